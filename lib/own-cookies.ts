import { appUrl } from './env.ts'

type OwnCookie = {
  name: string
  httpOnly: true
  sameSite: 'lax'
  secure: boolean
  path: '/'
  maxAge: number
}

/** A cookie of this product, for `cookies().set`. Behind https its name makes browsers keep it to this host and to https. */
export function ownCookie(name: string, maxAgeSeconds: number): OwnCookie {
  return {
    name: ownCookieName(name),
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: maxAgeSeconds,
  }
}

/** What the cookie is called under the address that people use. */
export function ownCookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name
}

/** Whether people use the product over https. */
export function isSecure(): boolean {
  return appUrl().startsWith('https://')
}
