/** `incoming` with what it does not say (`null`, `''`, an empty list) as `known` has it; `null` only when both are. */
export function fillGaps<Part extends object>(
  incoming: Part | null,
  known: Part | null,
): Part | null {
  if (incoming === null || known === null) return incoming ?? known
  const said = Object.entries(incoming).filter(([, value]) => isSaid(value))
  return { ...known, ...Object.fromEntries(said) }
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isSaid) : value !== null && value !== ''
}
