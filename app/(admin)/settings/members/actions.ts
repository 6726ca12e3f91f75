'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { MadeInvitation } from '#lib/domain/member.ts'
import { changeRole as changeRoleOf } from '#lib/services/change-role.ts'
import { inviteMember } from '#lib/services/invite-member.ts'
import { leaveMerchant } from '#lib/services/leave-merchant.ts'
import { removeMember } from '#lib/services/remove-member.ts'
import { withdrawInvitation } from '#lib/services/withdraw-invitation.ts'

const PAGE = '/settings/members'
const invitationSchema = z.object({ email: z.string().max(300), role: z.string() })
const roleSchema = z.object({ userId: z.string(), role: z.string() })

/** Makes a one-time link for somebody; it is in this answer only. */
export async function invite(wish: {
  email: string
  role: string
}): Promise<DeedResult<MadeInvitation>> {
  return answerDeed(async () => {
    const made = await inviteMember(await requireAccess(), readForm(invitationSchema, wish))
    revalidatePath(PAGE)
    return made
  })
}

/** Takes an invitation back. */
export async function withdraw(id: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await withdrawInvitation(await requireAccess(), readForm(z.string(), id))
    revalidatePath(PAGE)
    return null
  })
}

/** Gives a member another role. */
export async function changeRole(change: {
  userId: string
  role: string
}): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await changeRoleOf(await requireAccess(), readForm(roleSchema, change))
    revalidatePath(PAGE)
    return null
  })
}

/** Takes a member out of the store. */
export async function remove(userId: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await removeMember(await requireAccess(), readForm(z.string(), userId))
    revalidatePath(PAGE)
    return null
  })
}

/** Takes whoever asks out of this store; their session has ended with it. */
export async function leave(merchantId: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await leaveMerchant(await requireAccess(readForm(z.string(), merchantId)))
    return null
  })
}
