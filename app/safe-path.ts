const HERE = 'http://here.invalid'

/** A path of this site to go on to; anything that leads elsewhere becomes the overview. */
export function safePath(given: string | string[] | undefined): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given)) return '/'
  const url = URL.parse(given, HERE)
  return url?.origin === HERE ? url.pathname + url.search + url.hash : '/'
}
