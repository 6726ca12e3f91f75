/** More than anybody steps through. */
const MOST_MATCHES = 1_000

/** Where these words stand in a text, without regard to case; the first thousand. */
export function findInText(text: string, words: string): number[] {
  const wanted = words.toLowerCase()
  const searched = text.toLowerCase()
  // Some letters grow when their case changes, and then places would not be those of the text.
  if (wanted === '' || searched.length !== text.length) return findExactly(text, words)
  return findExactly(searched, wanted)
}

function findExactly(text: string, words: string): number[] {
  const places: number[] = []
  if (words === '') return places
  for (
    let at = text.indexOf(words);
    at !== -1 && places.length < MOST_MATCHES;
    at = text.indexOf(words, at + words.length)
  )
    places.push(at)
  return places
}
