/** Who may do what for one merchant. Every service that touches a merchant's data takes an `Access`. */
export const ROLES = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export type Access = {
  merchantId: string
  role: Role
  /** For the audit trail: an email, `token:NAME` or `operator`. */
  actor: string
}

/** A viewer reads; an editor also changes mappings, the key and resends; an owner also changes members and tokens. */
export type Deed = 'read' | 'edit' | 'own'

export function canDo(role: Role, deed: Deed): boolean {
  return ROLES.indexOf(role) <= LOWEST_RANK[deed]
}

const LOWEST_RANK: Record<Deed, number> = { own: 0, edit: 1, read: 2 }

export type Membership = { merchantId: string; merchantName: string; role: Role }

/** Who is signed in, and the merchants that they may see. */
export type Viewer = {
  userId: string
  email: string
  /** Empty until they have entered one. */
  name: string
  /** In which they read times; null for the store's. */
  timeZone: string | null
  memberships: Membership[]
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

/** The actor of what is done on the command line. */
export const OPERATOR = 'operator'
