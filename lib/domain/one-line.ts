/** Whether a text is one line without control characters and without halves of characters, neither of which the database holds. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text)
}
