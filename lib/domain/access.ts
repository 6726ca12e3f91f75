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
