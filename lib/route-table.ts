/** A request to a route, its body read. */
export type RouteCall = {
  method: string
  params: Record<string, string>
  query: URLSearchParams
  /** The caller's network address. */
  address: string
  header(name: string): string | null
  body: Uint8Array
}

/** What it throws becomes an answer as in `toResponse`. */
export type RouteAnswer = (call: RouteCall) => Promise<Response>

/**
 * A path like `/api/webhooks/{merchantId}`: each name in braces takes one segment.
 * A HEAD is given to the route for GET, and only the head of its answer goes out.
 */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  answer: RouteAnswer
  /** How a caller proves itself, told with each 401: many ask without credentials first. */
  challenge?: string
}

export type RouteMatch =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong-method'; allowed: string }

/** Finds the route of a request; null when no path fits, so that another server may answer. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): RouteMatch | null {
  for (const route of routes) {
    const params = readParams(route.path, pathname)
    if (params === null) continue
    const allowed = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]
    return allowed.includes(method)
      ? { kind: 'found', route, params }
      : { kind: 'wrong-method', allowed: allowed.join(', ') }
  }
  return null
}

function readParams(pattern: string, pathname: string): Record<string, string> | null {
  const names = pattern.split('/')
  // An address that was pasted with a slash behind it means the same.
  const segments = pathname.replace(/\/$/, '').split('/')
  if (names.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (!name.startsWith('{')) {
      if (name !== segment) return null
      continue
    }
    if (segment === '') return null
    params[name.slice(1, -1)] = decodeSegment(segment)
  }
  return params
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // Broken percent-encoding is left as it stands: it names nobody, and the route says so in its own way.
    return segment
  }
}
