import { affiliatesBody, resendBody, webhookBody } from './bodies.ts'
import type { Choices } from './choices.ts'
import { mutateBytes, nonsenseText } from './nonsense.ts'

/** A request in HTTP's words, before it is written as bytes. */
export type DoorCall = {
  method: string
  path: string
  headers: [name: string, value: string][]
  body: Buffer
}

export type Keys = {
  merchantId: string
  /** `Basic …` */
  basic: string
  token: string
  feedKey: string
  transmissionIds: readonly string[]
}

export type Door = {
  name: string
  /** The statuses that this address may answer with; those of broken HTTP come on top. */
  promised: readonly number[]
  call(random: Choices, keys: Keys): DoorCall
}

const DELIVERY_STATUSES = [200, 400, 401, 405, 413]

/** Every address that outsiders call, and what they may get there. */
export const DOORS: readonly [Door, ...Door[]] = [
  {
    name: 'webhook',
    promised: DELIVERY_STATUSES,
    call: (random, keys) => ({
      method: 'POST',
      path: `/api/webhooks/ultracart/${merchantSegment(random, keys)}`,
      headers: [authorization(random, keys), contentType(random)],
      body: webhookBody(random),
    }),
  },
  {
    name: 'affiliates',
    promised: DELIVERY_STATUSES,
    call: (random, keys) => ({
      method: 'POST',
      path: `/api/affiliates/${merchantSegment(random, keys)}`,
      headers: [authorization(random, keys), contentType(random)],
      body: affiliatesBody(random),
    }),
  },
  {
    name: 'pixel',
    promised: [200, 302, 405],
    call: (random, keys) => ({
      method: 'GET',
      path: `/api/pixel/${merchantSegment(random, keys)}?${pixelQuery(random)}`,
      // Else the limit of one address would answer almost all of them.
      headers: [['X-Forwarded-For', `198.51.100.${random.below(256)}`]],
      body: Buffer.alloc(0),
    }),
  },
  {
    name: 'feed',
    promised: [200, 304, 400, 401, 405],
    call: (random, keys) => ({
      method: random.pick(['GET', 'HEAD']),
      path: `/api/items/${merchantSegment(random, keys)}?${feedQuery(random, keys)}`,
      headers: [
        ['If-None-Match', headerValue(nonsenseText(random))],
        ['If-Modified-Since', headerValue(nonsenseText(random))],
        ['User-Agent', headerValue(nonsenseText(random))],
      ],
      body: Buffer.alloc(0),
    }),
  },
  {
    name: 'transmissions',
    promised: [200, 400, 401, 405],
    call: (random, keys) => ({
      method: 'GET',
      path: `/api/transmissions?${logQuery(random)}`,
      headers: [bearer(random, keys)],
      body: Buffer.alloc(0),
    }),
  },
  {
    name: 'transmission',
    promised: [200, 400, 401, 404, 405],
    call: (random, keys) => ({
      method: 'GET',
      path: `/api/transmissions/${transmissionSegment(random, keys)}`,
      headers: [bearer(random, keys)],
      body: Buffer.alloc(0),
    }),
  },
  {
    name: 'resend',
    promised: [202, 400, 401, 404, 405, 409, 413],
    call: (random, keys) => ({
      method: 'POST',
      path: `/api/transmissions/${transmissionSegment(random, keys)}/resend`,
      headers: [bearer(random, keys), contentType(random)],
      body: resendBody(random),
    }),
  },
  {
    name: 'health',
    promised: [200, 204, 405],
    call: (random) => ({
      method: random.pick(['GET', 'HEAD']),
      path: `/api/${random.pick(['health/live', 'health/ready', 'metrics'])}?${anyQuery(random)}`,
      headers: [],
      body: Buffer.alloc(0),
    }),
  },
  {
    name: 'pages',
    promised: [200, 303, 307, 308, 403, 404, 405, 409],
    call: (random) => ({
      method: random.pick(['GET', 'POST', 'POST']),
      path: `/${random.pick(['', 'sign-in', 'set-up', 'log', 'log/x', 'products', 'none'])}?${anyQuery(random)}`,
      headers: pageHeaders(random),
      body: random.chance(0.5) ? resendBody(random) : formBody(random),
    }),
  },
  {
    name: 'sign-in',
    promised: [200, 302, 307, 401, 403, 404, 405],
    call: (random) => ({
      method: random.pick(['GET', 'POST', 'POST']),
      path: `/api/auth/${random.pick(['callback/credentials', 'session', 'csrf', 'signout', 'signin', 'error', '_log', 'x'])}?${query(random, [['callbackUrl', '/log']])}`,
      headers: pageHeaders(random),
      body: Buffer.from(
        new URLSearchParams({
          email: nonsenseText(random),
          password: nonsenseText(random),
          csrfToken: nonsenseText(random),
          callbackUrl: 'https://evil.example/',
          json: 'true',
        }).toString(),
      ),
    }),
  },
  {
    name: 'nowhere',
    promised: [200, 307, 308, 404, 405],
    call: (random) => ({
      method: random.pick(['GET', 'POST', 'DELETE']),
      path: `/api/${random.pick(['', 'x', '../', '%2e%2e/', 'auth', 'webhooks'])}${segment(random)}`,
      headers: [contentType(random)],
      body: resendBody(random),
    }),
  },
]

/** What browsers send with a page, a form or a click, and what attackers make of it. */
function pageHeaders(random: Choices): [string, string][] {
  const some = (part: number, name: string, value: string): [string, string][] =>
    random.chance(part) ? [[name, headerValue(value)]] : []
  return [
    ...some(0.7, 'Content-Type', random.pick(PAGE_TYPES)),
    ...some(0.3, 'Next-Action', random.pick(['40'.padEnd(42, 'a'), 'x', nonsenseText(random)])),
    ...some(
      0.3,
      'Cookie',
      ['session', 'callback-url', 'csrf-token']
        .map((name) => `${name}=${nonsenseText(random)}; `)
        .join('merchant=__proto__; '),
    ),
    ...some(0.2, 'RSC', '1'),
    ...some(0.1, 'Next-Router-State-Tree', encodeURIComponent(nonsenseText(random).toWellFormed())),
    ...some(0.1, 'Next-Router-Prefetch', random.pick(['1', '2', 'x'])),
    ...some(0.1, 'X-Middleware-Subrequest', 'proxy:proxy:proxy:proxy:proxy'),
    ...some(0.1, 'X-Forwarded-For', nonsenseText(random)),
    ...some(0.1, 'Accept-Language', nonsenseText(random)),
  ]
}

const BOUNDARY = 'fuzz-boundary'
const PAGE_TYPES = [
  'application/x-www-form-urlencoded',
  'text/plain;charset=UTF-8',
  'application/json',
  'multipart/form-data',
  `multipart/form-data; boundary=${BOUNDARY}`,
] as const

function formBody(random: Choices): Buffer {
  const names = [
    '0',
    '1',
    '$ACTION_ID_00',
    '$ACTION_REF_1',
    '$ACTION_1:0',
    '$ACTION_KEY',
    '__proto__',
  ]
  const parts = Array.from({ length: random.below(4) }, () => {
    const name = random.pick(['file', ...names])
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${nonsenseText(random)}\r\n`
  })
  const form = Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
  return random.chance(0.5) ? form : mutateBytes(form, random)
}

function merchantSegment(random: Choices, { merchantId }: Keys): string {
  return random.chance(0.85) ? merchantId : segment(random)
}

function transmissionSegment(random: Choices, { transmissionIds }: Keys): string {
  return random.chance(0.7) ? random.pick(['none', ...transmissionIds]) : segment(random)
}

/** One part of a path, encoded, or with an encoding that is broken. */
function segment(random: Choices): string {
  const broken = ['%', '%zz', '%ff', '%00', '..', '%2f', 'a%2', '%u0041', '%c0%af'] as const
  return random.chance(0.4)
    ? random.pick(broken)
    : encodeURIComponent(nonsenseText(random).toWellFormed()).slice(0, 4_000)
}

function authorization(random: Choices, { basic }: Keys): [string, string] {
  return ['Authorization', random.chance(0.95) ? basic : wrongProof(random)]
}

function bearer(random: Choices, { token }: Keys): [string, string] {
  return ['Authorization', random.chance(0.95) ? `Bearer ${token}` : wrongProof(random)]
}

function wrongProof(random: Choices): string {
  const scheme = random.pick(['Basic', 'Bearer', 'Digest', ''])
  return `${scheme} ${headerValue(nonsenseText(random))}`
}

function contentType(random: Choices): [string, string] {
  const types = [
    'application/json',
    'text/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=""',
    'text/plain; charset=utf-7',
    '',
  ] as const
  return [
    'Content-Type',
    random.chance(0.9) ? random.pick(types) : headerValue(nonsenseText(random)),
  ]
}

/** What may stand in a header without ending it. */
function headerValue(text: string): string {
  return text.replace(/[^\x20-\x7e\x80-\xff]/g, '?').slice(0, 2_000)
}

function pixelQuery(random: Choices): string {
  return query(random, [
    ['order', 'DEMO-0009200417'],
    ['theme', 'default'],
    ['subtotal', '12.50'],
    ...(random.chance(0.05) ? ([['email', 'zoe.nunez@example.com']] as const) : []),
  ])
}

function feedQuery(random: Choices, { feedKey }: Keys): string {
  const key = random.chance(0.9) ? feedKey : nonsenseText(random)
  const since = random.chance(0.5) ? '2026-01-01' : nonsenseText(random)
  return new URLSearchParams({ key, ...(random.chance(0.5) ? { since } : {}) }).toString()
}

function logQuery(random: Choices): string {
  const names = 'type,status,reference,email,code,from,to,q,limit,cursor,reasonCode,isSandbox'
  const [first = 'q', ...others] = names.split(',')
  const chosen = Array.from({ length: random.below(4) }, () => random.pick([first, ...others]))
  return query(
    random,
    chosen.map((name) => [
      name,
      random.pick(['sale', 'failed', '50', '4xx', '2026-11-01', 'DEMO']),
    ]),
  )
}

function anyQuery(random: Choices): string {
  return query(random, [['x', nonsenseText(random)]])
}

/** Parameters, some of them nonsense, some doubled, some encoded wrongly. */
function query(random: Choices, given: readonly (readonly [string, string])[]): string {
  const parts = given.map(([name, value]) => {
    const text = random.chance(0.4) ? nonsenseText(random) : value
    return `${name}=${random.chance(0.95) ? encodeURIComponent(text.toWellFormed()) : '%ff%zz'}`
  })
  const all = random.chance(0.1) ? [...parts, ...parts] : parts
  return all.join('&').slice(0, 12_000)
}
