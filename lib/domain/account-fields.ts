import { isOneLine } from './one-line.ts'

/**
 * The rules of what people type for accounts and merchants. Each check gives a
 * sentence for them when the text will not do, else null.
 */

const PASSWORD_MIN_LENGTH = 10
const PASSWORD_MAX_LENGTH = 200

/** An email as it is stored and looked up. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function checkEmail(email: string): string | null {
  return email.length <= 254 && isOneLine(email) && /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(email)
    ? null
    : 'Enter an email address, such as ann@example.com.'
}

export function checkPassword(password: string): string | null {
  if (password.length < PASSWORD_MIN_LENGTH)
    return `The password must have at least ${PASSWORD_MIN_LENGTH} characters.`
  return password.length > PASSWORD_MAX_LENGTH
    ? `The password can have at most ${PASSWORD_MAX_LENGTH} characters.`
    : null
}

/** How a person is called on these screens. */
export function checkPersonName(name: string): string | null {
  return isPlainLine(name, 100) ? null : 'Enter your name, in one line of up to 100 characters.'
}

/** A zone by its IANA name, such as `Europe/Berlin`. */
export function checkTimeZone(timeZone: string): string | null {
  return timeZone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(timeZone)
    ? null
    : 'Choose a time zone from the list.'
}

/** UltraCart's merchant_id; `DEMO` and `demo` are two. */
export function checkMerchantId(merchantId: string): string | null {
  return /^[A-Za-z0-9_-]{1,20}$/.test(merchantId)
    ? null
    : 'The merchant id must be 1 to 20 letters, digits, "_" or "-", as UltraCart shows it.'
}

export function checkMerchantName(name: string): string | null {
  return isPlainLine(name, 100)
    ? null
    : 'The merchant name must be one line of 1 to 100 characters.'
}

export function checkTokenName(name: string): string | null {
  return isPlainLine(name, 60) ? null : 'The token name must be one line of 1 to 60 characters.'
}

/** HTTP Basic ends the user at the first colon. */
export function checkWebhookUser(user: string): string | null {
  return isPlainLine(user, 100) && !user.includes(':')
    ? null
    : 'The webhook user must be 1 to 100 characters without a colon.'
}

export function checkWebhookPassword(password: string): string | null {
  return isPlainLine(password, 200) ? null : 'The webhook password must be 1 to 200 characters.'
}

/** The App ID of ONTRAPORT's API. */
export function checkAppId(appId: string): string | null {
  return isPlainLine(appId, 200) && !/\s/.test(appId)
    ? null
    : 'The App ID must be 1 to 200 characters without spaces.'
}

export function checkApiKey(apiKey: string): string | null {
  return isPlainLine(apiKey, 200) && !/\s/.test(apiKey)
    ? null
    : 'The API key must be 1 to 200 characters without spaces.'
}

function isPlainLine(text: string, maxLength: number): boolean {
  return text.trim() !== '' && text.length <= maxLength && isOneLine(text)
}
