const BYTES = 16

/** Names one click, so that pressing twice sends once. Also works where the page came without https. */
export function clickNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
