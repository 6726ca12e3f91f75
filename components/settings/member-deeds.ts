import type { MadeInvitation } from '#lib/domain/member.ts'
import type { Deed } from '../use-deed.ts'

export type MemberDeeds = {
  changeRole: Deed<[change: { userId: string; role: string }], null>
  remove: Deed<[userId: string], null>
  leave: Deed<[merchantId: string], null>
}

export type InvitationDeeds = {
  invite: Deed<[wish: { email: string; role: string }], MadeInvitation>
  withdraw: Deed<[id: string], null>
}
