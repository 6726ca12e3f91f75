import { OPERATOR } from '#lib/domain/access.ts'
import type { AuditRow } from '#lib/domain/audit.ts'
import { AUDIT_TEXTS, DEED_TEXTS } from '../texts/audit.ts'

const LONGEST_VALUE = 120

/** What was done, in words; `theme.saved` would be `Theme saved` if it had none. */
export function wordsOfDeed(action: string): string {
  return DEED_TEXTS[action] ?? capital(action.replaceAll(/[.-]/g, ' '))
}

/** Who did it, in words. */
export function wordsOfActor(actor: string): string {
  if (actor === OPERATOR) return AUDIT_TEXTS.operator
  return actor.startsWith('token:') ? AUDIT_TEXTS.token(actor.slice('token:'.length)) : actor
}

/** The particulars in one line, such as `email: ann@example.com, role before: viewer`. */
export function wordsOfDetails(details: AuditRow['details']): string {
  return Object.entries(details)
    .flatMap(([name, value]) => {
      const text = wordsOfValue(value)
      return text === '' ? [] : `${wordsOfName(name)}: ${text}`
    })
    .join(', ')
}

function wordsOfName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function wordsOfValue(value: unknown): string {
  if (Array.isArray(value)) return cut(value.map(String).join(' '))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? cut(String(value)) : ''
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
