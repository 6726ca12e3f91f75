import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { CookieOption, NextAuthOptions } from 'next-auth'
import { decode, encode, type JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { z } from 'zod'
import type { Access, Viewer } from '#lib/domain/access.ts'
import { normalizeEmail } from '#lib/domain/account-fields.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { isSetupNeeded } from '#lib/services/is-setup-needed.ts'
import { type SignIn, verifySignIn } from '#lib/services/verify-sign-in.ts'
import { authSecret } from './env.ts'
import { markDevice, readDevice } from './known-device.ts'
import { logger } from './logger.ts'
import { isSecure, ownCookie, ownCookieName } from './own-cookies.ts'
import { derivedSecret } from './secrets.ts'

declare module 'next-auth' {
  interface User {
    sessionVersion: number
  }
  interface Session {
    userId: string
    sessionVersion: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId: string
    sessionVersion: number
  }
}

/** The cookie that says which of their merchants a viewer has chosen. */
export const MERCHANT_COOKIE = 'merchant'

const DAY_SECONDS = 24 * 60 * 60
/** The cookie that proves who is signed in. */
const SESSION_COOKIE = 'session'
const SESSION_MAX_AGE_SECONDS = 7 * DAY_SECONDS

/** The cookie of a browser in which somebody has signed in before. */
const DEVICE_COOKIE = 'device'
const DEVICE_MAX_AGE_SECONDS = 180 * DAY_SECONDS

/** A function, since the build evaluates this file where no secret should be made. */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: ownOption(SESSION_COOKIE),
      callbackUrl: ownOption('callback-url'),
      csrfToken: ownOption('csrf-token'),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    logger: { error: noteFault, warn: noteFault, debug: noteFault },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given, request) => authorize(given, request.headers),
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      jwt: ({ token, user }) =>
        user ? { userId: user.id, sessionVersion: user.sessionVersion } : token,
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.userId,
        sessionVersion: token.sessionVersion,
      }),
    },
  }
}

/** Where next-auth may lead to: an address of this product, else its overview. */
function ownAddress(url: string, baseUrl: string): string {
  const target = URL.parse(url, baseUrl)
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
}

/** next-auth would print whatever cookies strangers make up, with a stack for each. */
function noteFault(code: string): void {
  logger.debug({ code }, 'session.refused')
}

function sessionSecret(): string {
  return authSecret() ?? derivedSecret('next-auth')
}

/** Under names that a neighbour below the same domain cannot set, as next-auth's own names of two of them are not. */
function ownOption(name: string): CookieOption {
  const { maxAge: _, name: ownName, ...options } = ownCookie(name, SESSION_MAX_AGE_SECONDS)
  return { name: ownName, options }
}

/** Who is signed in, looked up once a request; null when nobody is, or the session was ended. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSession()
  return session === null ? null : findViewer(session.userId, session.sessionVersion)
})

/** Lets this browser stay signed in where a change has ended the user's sessions. */
export async function renewSession(userId: string, sessionVersion: number): Promise<void> {
  const token = { userId, sessionVersion }
  const maxAge = SESSION_MAX_AGE_SECONDS
  const value = await encode({ token, secret: sessionSecret(), maxAge })
  const jar = await cookies()
  jar.set({ ...ownCookie(SESSION_COOKIE, maxAge), value })
}

/** next-auth's own reader would fail whenever any other of its cookies is made up. */
async function readSession(): Promise<JWT | null> {
  const token = (await cookies()).get(ownCookieName(SESSION_COOKIE))?.value
  try {
    return token ? await decode({ token, secret: sessionSecret() }) : null
  } catch {
    noteFault('SESSION_UNREADABLE')
    return null
  }
}

/** Who is signed in; anybody else is led to the sign-in, or to the set-up while there is no user at all. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  return viewer ?? redirect((await isSetupNeeded()) ? '/set-up' : await signInPath())
}

/** Leads back to the page that was asked for, whose address the proxy hands on. */
async function signInPath(): Promise<string> {
  const path = (await headers()).get('x-path') ?? '/'
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}

/**
 * The viewer's access to `merchantId`, else to the merchant they have chosen, else
 * to their first one. Answers 404 when they are no member, as if it did not exist;
 * a member of nothing is led to where that is said.
 */
export async function requireAccess(merchantId?: string): Promise<Access> {
  const { email, memberships } = await requireViewer()
  if (memberships.length === 0) redirect('/no-store')
  const chosen = merchantId ?? (await cookies()).get(ownCookieName(MERCHANT_COOKIE))?.value
  const membership =
    memberships.find((candidate) => candidate.merchantId === chosen) ??
    (merchantId === undefined ? memberships[0] : undefined)
  if (membership === undefined) notFound()
  return { merchantId: membership.merchantId, role: membership.role, actor: email }
}

/** What is longer than any account's has nothing to be compared with. */
const credentialsSchema = z.object({ email: z.string().max(254), password: z.string().max(200) })

/** next-auth hands a thrown message to the browser as `error`, and null as `CredentialsSignin`. */
async function authorize(given: unknown, headers: Record<string, unknown> | undefined) {
  const credentials = credentialsSchema.safeParse(given)
  if (!credentials.success) return null
  const jar = await cookies()
  const mark = jar.get(ownCookieName(DEVICE_COOKIE))?.value
  const deviceId = readDevice(mark, normalizeEmail(credentials.data.email))
  const signIn = await verifyQuietly({
    ...credentials.data,
    address: addressOf(headers),
    deviceId,
  })
  if (!('refusal' in signIn)) {
    const device = ownCookie(DEVICE_COOKIE, DEVICE_MAX_AGE_SECONDS)
    jar.set({ ...device, value: markDevice(signIn.email) })
    return { ...signIn, id: signIn.userId }
  }
  if (signIn.refusal === 'too-many') throw new Error('too-many')
  return null
}

async function verifyQuietly(given: Parameters<typeof verifySignIn>[0]): Promise<SignIn> {
  try {
    return await verifySignIn(given)
  } catch (error) {
    logger.error({ err: error }, 'sign-in.failed')
    throw new Error('unavailable', { cause: error })
  }
}

/** The last entry is the one that the nearest server wrote; those before it are the caller's own words. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.['x-forwarded-for']
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  return last || 'unknown'
}
