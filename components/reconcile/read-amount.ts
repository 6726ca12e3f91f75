import { toMinorUnits } from '#lib/domain/money.ts'

/** An amount as people type it, such as `$1,234.50`, in minor units; `null` for what is none. */
export function readAmount(text: string, currency: string): number | null {
  const plain = text.replaceAll(/[\s,\p{Sc}]/gu, '').replace(/^[A-Z]{3}/i, '')
  return /^[-+]?(\d{1,12}(\.\d*)?|\.\d+)$/.test(plain) ? toMinorUnits(plain, currency) : null
}
