/** The key in what a person pasted: the key itself, or a whole receiver address with the key as its `account_id`. */
export function readApiKey(pasted: string): string {
  const text = pasted.trim()
  const encoded = /[?&]account_id=([^&#\s]*)/i.exec(text)?.[1]
  return encoded === undefined ? text : decode(encoded)
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' ')).trim()
  } catch (error) {
    // A stray percent sign: the text is then the key as it stands.
    if (error instanceof URIError) return encoded
    throw error
  }
}
