/** What an answer says, as the end of a sentence, cut to so many characters; nothing where it says nothing. */
export function quoteAnswer(body: string, mostCharacters: number): string {
  const text = body.replace(/\s+/g, ' ').trim()
  return text === '' ? '' : ` It said: ${text.slice(0, mostCharacters)}`
}
