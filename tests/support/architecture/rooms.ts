/** The house: which files stand in which room. */
export type Room =
  | 'app'
  | 'components'
  | 'scripts'
  | 'services'
  | 'ultracart'
  | 'ontraport'
  | 'storefront'
  | 'db'
  | 'queue'
  | 'domain'
  | 'auth'
  | 'base'

/** The first pattern that a path begins with, or equals, decides. */
const PLACES: [start: string, room: Room][] = [
  ['app/', 'app'],
  ['proxy.ts', 'app'],
  ['instrumentation.ts', 'app'],
  ['components/', 'components'],
  ['scripts/', 'scripts'],
  ['lib/services/', 'services'],
  ['lib/ultracart/', 'ultracart'],
  ['lib/ontraport/', 'ontraport'],
  ['lib/storefront/', 'storefront'],
  ['lib/db/', 'db'],
  ['lib/queue/', 'queue'],
  ['lib/domain/', 'domain'],
  ['lib/auth.ts', 'auth'],
  ['lib/', 'base'],
]

/** Who may import whom, from top to bottom; a room may always import itself, services excepted. */
export const MAY_IMPORT: Record<Room, readonly Room[]> = {
  app: ['components', 'services', 'auth', 'domain', 'base'],
  components: ['domain'],
  scripts: ['services', 'base'],
  services: ['ultracart', 'ontraport', 'storefront', 'db', 'queue', 'domain', 'base'],
  auth: ['services', 'domain', 'base'],
  ultracart: ['domain', 'base'],
  ontraport: ['domain', 'base'],
  storefront: ['domain', 'base'],
  queue: ['db', 'domain', 'base'],
  db: ['domain', 'base'],
  base: ['domain'],
  domain: [],
}

const EVERYWHERE_BUT_DOMAIN: readonly Room[] = [
  'app',
  'components',
  'scripts',
  'services',
  'ultracart',
  'ontraport',
  'storefront',
  'db',
  'queue',
  'auth',
  'base',
]

/** Libraries live in rooms too; a name that ends in `/` stands for all that begin with it. */
export const LIBRARY_ROOMS: Record<string, readonly Room[]> = {
  'node:': EVERYWHERE_BUT_DOMAIN.filter((room) => room !== 'components'),
  zod: EVERYWHERE_BUT_DOMAIN.filter((room) => room !== 'components'),
  react: ['app', 'components', 'auth'],
  'react-dom': ['app', 'components'],
  '@mantine/': ['app', 'components'],
  '@tabler/': ['app', 'components'],
  '@tanstack/': ['app', 'components'],
  dayjs: ['app', 'components'],
  nuqs: ['app', 'components'],
  // The front that hands requests to Next is started by a script.
  next: ['app', 'components', 'auth', 'base', 'scripts'],
  'next-auth': ['app', 'components', 'auth'],
  'get-nonce': ['app'],
  diff: ['components'],
  fflate: ['base'],
  'csv-parse': ['ultracart', 'storefront', 'base'],
  'fast-xml-parser': ['ultracart', 'ontraport', 'storefront'],
  undici: ['ultracart', 'ontraport', 'base'],
  'ipaddr.js': ['base'],
  pg: ['db'],
  'pg-copy-streams': ['db'],
  '@prisma/': ['db'],
  'pg-boss': ['queue'],
  uuid: ['base'],
  nodemailer: ['base'],
  pino: ['base'],
  'prom-client': ['base'],
  '@node-rs/argon2': ['base'],
  'rate-limiter-flexible': ['base'],
}

export function roomOf(path: string): Room | null {
  return PLACES.find(([start]) => path === start || path.startsWith(start))?.[1] ?? null
}

/** `react/jsx-runtime` is react's, `@mantine/core/styles.css` is @mantine/'s; undefined for one without a room. */
export function roomsOfLibrary(name: string): readonly Room[] | undefined {
  const entry = Object.entries(LIBRARY_ROOMS).find(([library]) =>
    library.endsWith('/') || library.endsWith(':')
      ? name.startsWith(library)
      : name === library || name.startsWith(`${library}/`),
  )
  return entry?.[1]
}
