const MAX_DEPTH = 8

/** An error with all that it was made of: causes, members of an aggregate, Prisma's `meta`. */
export function* causesOf(error: unknown): Generator<object> {
  const open: unknown[] = [error]
  for (let depth = 0; depth < MAX_DEPTH && open.length > 0; depth += 1) {
    const next = open.shift()
    if (typeof next !== 'object' || next === null) continue
    yield next
    if ('cause' in next) open.push(next.cause)
    if ('errors' in next && Array.isArray(next.errors)) open.push(...next.errors)
    if ('meta' in next && typeof next.meta === 'object' && next.meta !== null)
      open.push(...Object.values(next.meta))
  }
}

export function textOf(holder: object, key: string): string | undefined {
  const value: unknown = Reflect.get(holder, key)
  return typeof value === 'string' ? value : undefined
}

/** The code that a cause carries: Node's, Prisma's or PostgreSQL's. */
export function codeOf(cause: object): string | undefined {
  return textOf(cause, 'originalCode') ?? textOf(cause, 'code')
}
