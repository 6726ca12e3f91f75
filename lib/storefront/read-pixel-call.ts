import type { PixelCall } from '#lib/domain/pixel.ts'

/**
 * What a receipt's call brought. UltraCart puts the values into the address as
 * they are, and leaves a token that it does not know standing, such as
 * `[email]`. `null` without an order id; an email or a subtotal that is none
 * counts as not brought.
 */
export function readPixelCall(query: URLSearchParams): (PixelCall & { theme: string }) | null {
  const orderId = query.get('order')?.trim() ?? ''
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/.test(orderId)) return null
  return {
    orderId,
    theme: query.get('theme')?.trim() ?? '',
    email: readEmail(query.get('email')),
    subtotal: readSubtotal(query.get('subtotal')),
  }
}

/** A plus sign that was not encoded arrives as a space, and no email has one. */
function readEmail(given: string | null): string | null {
  const email = given?.trim().replaceAll(' ', '+') ?? ''
  const isEmail =
    email.length <= 100 && /^[^\s@<>()[\],;:"\\\p{C}]+@[^\s@<>()[\],;:"\\\p{C}]+$/u.test(email)
  return isEmail ? email : null
}

function readSubtotal(given: string | null): string | null {
  const amount = given?.replace(/[\s$,]/g, '') ?? ''
  return /^\d{1,9}(?:\.\d{1,4})?$/.test(amount) ? amount : null
}
