import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#lib/db/free-port.ts'
import { SECURITY_HEADERS } from '#lib/front-headers.ts'
import { PAGES } from '#tests/support/doors/expectations.ts'
import { HttpSession } from '#tests/support/doors/http-session.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

const PUBLIC = 'https://relay.example.com'
const PASSWORD = 'four words do well'
const MEGABYTE = 1024 * 1024

let product: Product
let port: number
let url: string
let signedIn: HttpSession

beforeAll(async () => {
  port = await freePort()
  url = `http://127.0.0.1:${port}`
  product = await startProduct({
    environment: { PORT: String(port), APP_URL: PUBLIC, RELAY_WORKER: 'off' },
  })
  await admin('merchant', 'add', 'DEMO')
  signedIn = await newMember('owner@example.com')
})

afterAll(() => product?.stop())

function admin(...args: string[]) {
  return adminAnswer(args, { input: `${PASSWORD}\n`, env: { DATA_DIR: product.dataDir } })
}

async function newMember(email: string, role = 'owner'): Promise<HttpSession> {
  await admin('user', 'add', email, '--merchant', 'DEMO', '--role', role)
  const session = new HttpSession(url, PUBLIC)
  expect((await session.signIn(email, PASSWORD)).url).not.toContain('error')
  return session
}

async function isSignedIn(session: HttpSession): Promise<boolean> {
  return (await session.call('/log')).status === 200
}

/** The whole answer to a request that is written by hand. */
async function rawGet(target: string, headers: Record<string, string>): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
  return text(socket)
}

describe('every answer', () => {
  const answers: [what: string, status: number, call: () => Promise<Response>][] = [
    ['a page', 200, () => signedIn.call('/log')],
    ['the sign-in', 200, () => fetch(`${url}/sign-in`)],
    ['a page that is not there', 404, () => fetch(`${url}/nothing`)],
    ['the way to the sign-in', 307, () => fetch(`${url}/log`, { redirect: 'manual' })],
    ['an address of the API that is not there', 404, () => fetch(`${url}/api/nothing`)],
    ['health', 200, () => fetch(`${url}/api/health/live`)],
    ['a wrong method', 405, () => fetch(`${url}/api/health/live`, { method: 'DELETE' })],
    ['a refused webhook', 401, () => hook('{}')],
    ['a webhook that is too large', 413, () => hook(Buffer.alloc(7 * MEGABYTE))],
    ['a webhook by GET', 405, () => fetch(`${url}/api/webhooks/ultracart/DEMO`)],
    ['the image of a receipt', 200, () => fetch(`${url}/api/pixel/DEMO?order=1`)],
    ['the feed without a key', 401, () => fetch(`${url}/api/items/DEMO`)],
    ['the log without a token', 401, () => fetch(`${url}/api/transmissions`)],
    ['a download', 200, () => signedIn.call('/products/download')],
    ['a file', 200, () => fetch(`${url}/schemas/sale.xsd`)],
    ['a script that is not there', 404, () => fetch(`${url}/_next/static/nothing.js`)],
    ['a made-up picture', 404, () => fetch(`${url}/_next/image?url=%2Ficon.svg&w=64&q=75`)],
    ['a foreign form', 403, () => post('/api/auth/signout', 'https://evil.example')],
    ['a form for a page', 400, () => post('/log', PUBLIC)],
    ['an address that is none', 400, () => fetch(`${url}/%ff`)],
  ]

  test.each(answers)('%s is %i and carries the security headers', async (_, status, call) => {
    const { status: answered, headers } = await call()
    expect(answered).toBe(status)
    for (const name of Object.keys(SECURITY_HEADERS)) expect(headers.get(name), name).not.toBeNull()
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each([
    ['a webhook', 'Basic', () => hook('{}')],
    ['affiliates', 'Basic', () => fetch(`${url}/api/affiliates/DEMO`, { method: 'POST' })],
    ['the feed', 'Basic', () => fetch(`${url}/api/items/DEMO`)],
    ['the log', 'Bearer', () => fetch(`${url}/api/transmissions`)],
  ] as const)('to %s without proof says that it wants %s', async (_, scheme, call) => {
    const { status, headers } = await call()
    expect([status, headers.get('www-authenticate')?.split(' ')[0]]).toEqual([401, scheme])
  })

  test.each(['/api/health/live', '/api/metrics', '/api/pixel/DEMO?order=1'])(
    'to a HEAD of %s is that of a GET without its body',
    async (path) => {
      const head = await fetch(url + path, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    },
  )

  test('that is a download is an attachment, not stored and not guessed at', async () => {
    const { headers } = await signedIn.call('/products/download')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each(['/log?cursor=nonsense', '/products?cursor=%00', '/affiliates?cursor=x', '/log/x'])(
    'to %s shows nothing of our insides',
    async (path) => {
      const page = await (await signedIn.call(path)).text()
      expect(page).not.toMatch(/node_modules|\/lib\/|\.ts:\d|at async|prisma|postgres/i)
      expect(page).not.toContain(product.dataDir)
    },
  )
})

describe.each(PAGES.map(({ file, path }) => [file, path] as const))('%s', (_, path) => {
  const address = path.replace('{transmission}', 'x')

  test('has a policy with a nonce of its own and nothing inline', async () => {
    const session = path.startsWith('/s') ? new HttpSession(url, PUBLIC) : signedIn
    const answer = await session.call(address)
    const page = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    const [, nonce = ''] = /'nonce-([^']{20,})'/.exec(policy) ?? []
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(?:;|$)/)
    for (const directive of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy).toContain(directive)
    const tags = page.match(/<(?:script|style)\b[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(0)
    const isOurs = (tag: string) => tag.includes(`nonce="${nonce}"`) || tag.includes('src="/_next/')
    expect(tags.filter((tag) => !isOurs(tag))).toEqual([])
    expect(page.match(/<[a-z][^>]*\son[a-z]+=/gi)).toBeNull()
    expect(page).not.toMatch(/(?:href|src|action)="\s*javascript:/i)
    expect((await session.call(address)).headers.get('content-security-policy')).not.toBe(policy)
  })
})

describe('cookies', () => {
  test('are kept to this host and https, from scripts and from other sites', async () => {
    const lines = signedIn.cookieLines.filter((line) => !/max-age=0/i.test(line))
    const names = lines.map((line) => line.split('=')[0])
    expect(new Set(names)).toEqual(
      new Set(['__Host-csrf-token', '__Host-callback-url', '__Host-session', '__Host-device']),
    )
    for (const line of lines) {
      expect(line).toMatch(/; HttpOnly/i)
      expect(line).toMatch(/; Secure/i)
      expect(line).toMatch(/; SameSite=Lax/i)
      expect(line).toMatch(/; Path=\//i)
      expect(line).not.toMatch(/; Domain=/i)
    }
  })
})

describe('a session', () => {
  test('ends when the role changes', async () => {
    const session = await newMember('role@example.com', 'editor')
    expect(await isSignedIn(session)).toBe(true)
    await adminAnswer(
      ['user', 'add', 'role@example.com', '--merchant', 'DEMO', '--role', 'viewer'],
      {
        env: { DATA_DIR: product.dataDir },
      },
    )
    expect(await isSignedIn(session)).toBe(false)
  })

  test('ends when the password changes', async () => {
    const session = await newMember('password@example.com')
    const args = ['user', 'add', 'password@example.com', '--merchant', 'DEMO', '--role', 'owner']
    await adminAnswer(args, { input: 'another four words\n', env: { DATA_DIR: product.dataDir } })
    expect(await isSignedIn(session)).toBe(false)
  })

  test('is read whatever the other cookies say', async () => {
    const odd = `__Host-callback-url=%zz; __Host-csrf-token=x; merchant=__proto__; ${signedIn.cookie}`
    expect((await fetch(`${url}/log`, { headers: { cookie: odd } })).status).toBe(200)
  })

  test('cannot be made up', async () => {
    const cookie = '__Host-session=eyJhbGciOiJub25lIn0.e30.'
    const answer = await fetch(`${url}/log`, { headers: { cookie }, redirect: 'manual' })
    expect(answer.status).toBe(307)
  })
})

describe('signing in', () => {
  test('needs the token of the form', async () => {
    const session = new HttpSession(url, PUBLIC)
    const answer = await session.call('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: PUBLIC },
      body: new URLSearchParams({ email: 'owner@example.com', password: PASSWORD, json: 'true' }),
    })
    expect(JSON.stringify(await answer.json())).toContain('csrf')
    expect(await isSignedIn(session)).toBe(false)
  })

  test('is not possible from another site', async () => {
    const answer = await post('/api/auth/callback/credentials', 'https://evil.example')
    expect(answer.status).toBe(403)
  })

  test('with an unknown email and with a wrong password is refused in the same words', async () => {
    const refusals = [
      'owner@example.com',
      'nobody@example.com',
      'no address',
      'x'.repeat(5_000),
    ].map(async (email) => {
      const session = new HttpSession(url, PUBLIC)
      const refusal = await session.signIn(email, 'a wrong password', from('192.0.2.1'))
      const cookies = session.cookieLines.map((line) => line.replace(/=[^;]*/, ''))
      return JSON.stringify({ refusal, cookies })
    })
    expect(new Set(await Promise.all(refusals)).size).toBe(1)
  })

  test('is still possible for the owner at the known browser while strangers try the account', async () => {
    const session = await newMember('flooded@example.com')
    const tries = Array.from({ length: 120 }, (_, index) =>
      new HttpSession(url, PUBLIC).signIn(
        'flooded@example.com',
        'a wrong password',
        from(`198.51.${Math.floor(index / 9)}.1`),
      ),
    )
    const refusals = (await Promise.all(tries)).map((refusal) => refusal.url)
    expect(refusals.filter((to) => to.includes('too-many')).length).toBe(20)
    expect((await session.signIn('flooded@example.com', PASSWORD)).url).not.toContain('error')
    const stranger = new HttpSession(url, PUBLIC)
    const refusal = await stranger.signIn('flooded@example.com', PASSWORD, from('203.0.113.9'))
    expect(refusal.url).toContain('too-many')
  })
})

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  'javascript:alert(1)',
  'https:evil.example',
  `${PUBLIC}.evil.example/`,
  `${PUBLIC}@evil.example/`,
]

describe.each(ELSEWHERE)('nothing leads to %j', (target) => {
  const given = encodeURIComponent(target)

  test.each([
    `/sign-in?next=${given}`,
    `/api/auth/signin?callbackUrl=${given}`,
    `/api/auth/signin/credentials?callbackUrl=${given}`,
    `/api/auth/signout?callbackUrl=${given}`,
    `/api/auth/error?callbackUrl=${given}`,
  ])('from %s', async (path) => {
    const answer = await signedIn.call(path)
    expect(answer.status).toBeLessThan(500)
    expectOwn(answer.headers.get('location'))
    const body = await answer.text()
    if (answer.headers.get('content-type')?.includes('json')) expect(body).not.toContain('evil')
  })

  test('when somebody signs out', async () => {
    const session = new HttpSession(url, PUBLIC)
    const { csrfToken } = await (await session.call('/api/auth/csrf')).json()
    const answer = await session.call('/api/auth/signout', {
      method: 'POST',
      headers: { origin: PUBLIC },
      body: new URLSearchParams({ csrfToken, callbackUrl: target, json: 'true' }),
    })
    expectOwn((await answer.json()).url)
  })
})

describe('the host that a caller names', () => {
  const lies = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    'X-Original-URL': 'https://evil.example/',
    Forwarded: 'host=evil.example',
  }

  test.each([
    '/',
    '/log',
    '/sign-in',
    '/set-up',
    '/log/',
    '//evil.test/',
    '/api/auth/signin',
    '/api/auth/providers',
  ])('stands nowhere in the answer to %s', async (path) => {
    expect(await rawGet(path, { ...lies, Accept: 'text/html' })).not.toContain('evil.example')
  })

  test('counts for nothing in the set-up link', async () => {
    expect(await product.setupLink()).toMatch(/^https:\/\/relay\.example\.com\/set-up\?token=/)
  })
})

function expectOwn(location: string | null | undefined): void {
  if (location === null || location === undefined) return
  expect(new URL(location, PUBLIC).origin).toBe(PUBLIC)
}

function from(address: string): Record<string, string> {
  return { 'x-forwarded-for': address }
}

function hook(body: string | Buffer<ArrayBuffer>): Promise<Response> {
  return fetch(`${url}/api/webhooks/ultracart/DEMO`, { method: 'POST', body })
}

function post(path: string, origin: string): Promise<Response> {
  return fetch(url + path, { method: 'POST', headers: { origin }, body: 'x', redirect: 'manual' })
}
