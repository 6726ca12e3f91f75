import { type Access, canDo, type Deed, type Role } from '#lib/domain/access.ts'
import { keepsOwner } from '#lib/domain/member.ts'
import { AppError } from './errors.ts'

/** Throws `forbidden` when the role does not allow the deed; called first by every service that is given an `Access`. */
export function requireDeed(access: Access, deed: Deed): void {
  if (canDo(access.role, deed)) return
  throw new AppError('forbidden', REFUSAL[deed])
}

const REFUSAL: Record<Deed, string> = {
  read: 'You are no member of this merchant.',
  edit: 'Your role is viewer: ask an owner to make you an editor.',
  own: 'Only an owner can do this.',
}

/** Throws `conflict` when a store would be left without an owner. The members must be locked. */
export function requireOwnerLeft(
  members: readonly { userId: string; role: Role }[],
  change: { userId: string; role: Role | null },
): void {
  if (keepsOwner(members, change)) return
  throw new AppError('conflict', 'A store needs an owner: make somebody else an owner first.')
}
