const EMAIL = /([\p{L}\d])[\p{L}\d._%+'-]*(@|%40)([\p{L}\d])[\p{L}\d-]*((?:\.[\p{L}\d-]+)+)/giu

/** Every email address with only its first letters and its last part, also where it stands encoded in an address. */
export function maskEmails(text: string): string {
  return text.replace(EMAIL, (_, first, at, host, rest: string) => {
    const ending = rest.slice(rest.lastIndexOf('.'))
    return `${first}•••${at}${host}•••${ending}`
  })
}

const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g

/** Hides what is a payment card's number by its length and its check digit. */
export function maskCardNumbers(text: string): string {
  return text.replace(CARD, (match) => (hasCheckDigit(match) ? '•••• •••• ••••' : match))
}

/** The rule of ISO/IEC 7812-1, annex B, by which every card number ends. */
function hasCheckDigit(number: string): boolean {
  const digits = [...number.replaceAll(/\D/g, '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
