import { z } from 'zod'
import { cleanText } from './clean-text.ts'
import { readInstant } from './read-instant.ts'

/*
 * How single fields of UltraCart's JSON are read. Absent, `null` and `''` are
 * one and the same. A field of a wrong type counts as absent, unless an order
 * would be told wrongly without it; then it is a complaint.
 */

const given = z.unknown().optional()

/** Clean text, `''` when absent; numbers are taken as text. */
export const text = given.transform(toText)

/** Text that names the thing and stands in an index of ours. */
export const id = given.transform((raw, context) => {
  if (isAbsent(raw)) return complain(context, 'is missing')
  if (typeof raw !== 'string' && typeof raw !== 'number') return complain(context, 'is not text')
  const value = toText(raw)
  if (value === '') return complain(context, 'is missing')
  return value.length <= 100 ? value : complain(context, 'is longer than 100 characters')
})

/** A number or its text, `null` when absent. */
export const number = given.transform(toNumber)

/** A whole number, `null` when absent. */
export const integer = given.transform((raw) => {
  const value = toNumber(raw)
  return Number.isSafeInteger(value) ? value : null
})

/** `true`, `"Y"`, `1` and their like; `null` when absent. */
export const flag = given.transform((raw) => {
  const word = typeof raw === 'boolean' ? String(raw) : toText(raw).toLowerCase()
  if (TRUE_WORDS.has(word)) return true
  return FALSE_WORDS.has(word) ? false : null
})

/** A time in UTC, `null` when absent or unreadable. */
export const instant = given.transform((raw) => readInstant(toText(raw)))

/** An ISO 4217 code, `''` when absent. */
export const currencyCode = given.transform(toCurrencyCode)

/** Several texts, empty ones left out. */
export const texts = given.transform((raw) =>
  Array.isArray(raw) ? raw.map(toText).filter((one) => one !== '') : [],
)

/** A weight as `1.5 LB`, from UltraCart's model or as text; `''` when absent. */
export const weight = given.transform((raw) => {
  if (!isObject(raw)) return toText(raw)
  const [value, unit] = [toText(raw.value), toText(raw.uom)]
  return value === '' ? '' : `${value} ${unit}`.trim()
})

/** A model in a model; `null` when absent, which mostly means that the webhook lacks its expansion. */
export function part<T extends z.ZodRawShape>(shape: T) {
  return given.transform((raw) => (isObject(raw) ? raw : null)).pipe(z.object(shape).nullable())
}

/** Models in a list; `null` when absent. What is no model is left out. */
export function list<T extends z.ZodRawShape>(shape: T) {
  return given
    .transform((raw) => (Array.isArray(raw) ? raw.filter(isObject) : null))
    .pipe(z.array(z.object(shape)).nullable())
}

/** Models in a list that must not lose one; `null` when absent. */
export function strictList<T extends z.ZodRawShape>(shape: T) {
  const models = z.array(z.object(shape, 'is not an object'), 'is not a list')
  return given.transform((raw) => (isAbsent(raw) ? null : raw)).pipe(models.nullable())
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
}

export function toCurrencyCode(raw: unknown): string {
  const code = toText(raw).toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : ''
}

/** Reports a field that cannot be done without; the sentence goes on after the field's path. */
export function complain(
  context: z.RefinementCtx,
  complaint: string,
  path: PropertyKey[] = [],
): never {
  context.addIssue({ code: 'custom', message: complaint, path })
  return z.NEVER
}

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'on', 't', '1'])
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', 'no', 'n', 'off', 'f', '0'])

function toText(raw: unknown): string {
  if (typeof raw === 'string') return cleanText(raw)
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : ''
}

function toNumber(raw: unknown): number | null {
  const digits = toText(raw)
  return DECIMAL.test(digits) && Number.isFinite(Number(digits)) ? Number(digits) : null
}

/** A decimal number as text, with or without an exponent. */
export const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i
