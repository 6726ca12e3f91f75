import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import { acceptInvitation } from '#lib/services/accept-invitation.ts'
import { addUser } from '#lib/services/add-user.ts'
import { erasePerson } from '#lib/services/erase-person.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { getInvitation } from '#lib/services/get-invitation.ts'
import { inviteMember } from '#lib/services/invite-member.ts'
import { joinByInvitation } from '#lib/services/join-by-invitation.ts'
import { listInvitations } from '#lib/services/list-invitations.ts'
import { listMembers } from '#lib/services/list-members.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'
import { withdrawInvitation } from '#lib/services/withdraw-invitation.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'

const PASSWORD = 'correct horse battery'
const DAY_MS = 24 * 60 * 60 * 1_000

let merchantId: string
let owner: Access
let email: string
beforeEach(async () => {
  merchantId = await buildMerchant()
  owner = accessOf(merchantId, 'owner')
  email = `new@${merchantId.toLowerCase()}.example.com`
})

describe('an invitation', () => {
  test('makes an account in the invited role for whoever holds the link', async () => {
    const token = await invite('editor')
    expect(await getInvitation(token)).toEqual({
      ...{ merchantName: `Store ${merchantId}`, email, role: 'editor' },
    })
    expect(await join(token)).toEqual({ email, merchantId })
    expect(await signIn()).toHaveProperty('userId')
    expect(await listMembers(owner)).toMatchObject([{ email, name: 'Nia', role: 'editor' }])
    expect(await listInvitations(owner)).toEqual([])
    expect(await auditOf(merchantId, 'member.invited')).toEqual([
      { actor: owner.actor, details: { email, role: 'editor' } },
    ])
    expect(await auditOf(merchantId, 'invitation.accepted')).toEqual([
      { actor: email, details: { role: 'editor', invitedBy: owner.actor, isNewAccount: true } },
    ])
  })

  test('is accepted by who has an account, once they are signed in', async () => {
    await addAccount()
    const viewer = await viewerNow()
    expect(await acceptInvitation(viewer, await invite('viewer'))).toEqual({ merchantId })
    expect(await listMembers(owner)).toMatchObject([{ email, role: 'viewer' }])
    expect(await viewerNow()).toMatchObject({ memberships: [{}, { merchantId, role: 'viewer' }] })
  })

  test('works once', async () => {
    const token = await invite()
    await join(token)
    expect(await getInvitation(token)).toBeNull()
    await expect(join(token)).rejects.toMatchObject({ code: 'unauthorized' })
    const viewer = await viewerNow()
    await expect(acceptInvitation(viewer, token)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  test('makes one account when it is used five times at once', async () => {
    const token = await invite()
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => join(token)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listMembers(owner)).toHaveLength(1)
  })

  test('ends after seven days', async () => {
    const token = await invite()
    const later = (days: number) => new Date(Date.now() + days * DAY_MS)
    expect(await getInvitation(token, later(6.9))).not.toBeNull()
    expect(await getInvitation(token, later(7.1))).toBeNull()
    await expect(join(token, later(7.1))).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await listInvitations(owner, later(7.1))).toMatchObject([{ email, isOver: true }])
  })

  test('is replaced by a further one to the same address', async () => {
    const first = await invite('owner')
    const second = await invite('viewer')
    expect(await getInvitation(first)).toBeNull()
    expect(await getInvitation(second)).toMatchObject({ role: 'viewer' })
    expect(await listInvitations(owner)).toHaveLength(1)
  })

  test('that is withdrawn stops working at once', async () => {
    const token = await invite()
    const [invitation] = await listInvitations(owner)
    await withdrawInvitation(owner, invitation?.id ?? '')
    expect(await getInvitation(token)).toBeNull()
    await expect(join(token)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await auditOf(merchantId, 'invitation.withdrawn')).toEqual([
      { actor: owner.actor, details: { email, role: 'viewer' } },
    ])
  })

  test('is for its address only, whoever is signed in', async () => {
    const token = await invite('owner')
    const other = await viewerOf('other')
    await expect(acceptInvitation(other, token)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await getInvitation(token)).not.toBeNull()
  })

  test('leaves who has become a member meanwhile in their role', async () => {
    await addAccount()
    const token = await invite('owner')
    await addUser({ email, merchantId, role: 'viewer', password: null })
    await acceptInvitation(await viewerNow(), token)
    expect(await listMembers(owner)).toMatchObject([{ email, role: 'viewer' }])
  })

  test('is kept as a hash', async () => {
    const token = await invite()
    expect(JSON.stringify(await prisma().invitation.findMany())).not.toContain(token)
    expect(JSON.stringify(await prisma().auditEntry.findMany())).not.toContain(token)
  })

  test('goes when the person is erased', async () => {
    await invite()
    await erasePerson(owner, { email, isDryRun: false, waiting: 'skip' })
    expect(await listInvitations(owner)).toEqual([])
  })
})

describe('whether an address has an account', () => {
  test('is told by no answer to who invites it, nor by what the link shows', async () => {
    const unknown = await inviteMember(owner, { email, role: 'viewer' })
    const shown = await getInvitation(tokenOf(unknown.link))
    await addAccount()
    const known = await inviteMember(owner, { email, role: 'viewer' })
    const { id: _, expiresAt: __, ...rest } = known.invitation
    expect(unknown.invitation).toMatchObject(rest)
    expect(await getInvitation(tokenOf(known.link))).toEqual(shown)
  })

  test('is refused in the words of a used link, and the account stays as it is', async () => {
    await addAccount()
    const token = await invite()
    const taken = await join(token).catch((error: unknown) => error)
    const wrong = await join('a token of nobody').catch((error: unknown) => error)
    expect(taken).toEqual(wrong)
    expect(await signIn()).toHaveProperty('userId')
    expect(await getInvitation(token), 'it can still be accepted').not.toBeNull()
  })
})

test('a member is not invited again, in any spelling of the address', async () => {
  await addUser({ email, merchantId, role: 'viewer', password: PASSWORD })
  await expect(
    inviteMember(owner, { email: ` ${email.toUpperCase()} `, role: 'owner' }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test.each([
  ['no address', { email: 'nia' }],
  ['no role', { role: 'admin' }],
])('%s is refused', async (_, fault) => {
  await expect(inviteMember(owner, { email, role: 'viewer', ...fault })).rejects.toMatchObject({
    code: 'malformed',
  })
})

test.each([
  ['a short password', { password: 'short' }],
  ['no name', { name: ' ' }],
  ['a name of two lines', { name: 'Nia\nNoo' }],
])('%s is named, and the link can be used again', async (_, fault) => {
  const token = await invite()
  const account = { token, name: 'Nia', password: PASSWORD, ...fault }
  await expect(joinByInvitation(account)).rejects.toMatchObject({ code: 'malformed' })
  expect(await join(token)).toHaveProperty('email', email)
})

describe('invitations of a store', () => {
  test.each(['editor', 'viewer'] as const)('are not for a %s', async (role) => {
    const access = accessOf(merchantId, role)
    const forbidden = { code: 'forbidden' }
    await expect(inviteMember(access, { email, role: 'viewer' })).rejects.toMatchObject(forbidden)
    await expect(listInvitations(access)).rejects.toMatchObject(forbidden)
    await expect(withdrawInvitation(access, 'x')).rejects.toMatchObject(forbidden)
  })

  test('are out of reach for another store’s owner', async () => {
    await invite()
    const [invitation] = await listInvitations(owner)
    const stranger = accessOf(await buildMerchant(), 'owner')
    expect(await listInvitations(stranger)).toEqual([])
    await expect(withdrawInvitation(stranger, invitation?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

async function invite(role = 'viewer'): Promise<string> {
  return tokenOf((await inviteMember(owner, { email, role })).link)
}

function tokenOf(link: string): string {
  const { pathname, searchParams } = new URL(link)
  expect(pathname).toBe('/join')
  return searchParams.get('token') ?? ''
}

function join(token: string, now?: Date) {
  return joinByInvitation({ token, name: 'Nia', password: PASSWORD }, now)
}

/** As of a member of another store here. */
async function addAccount(address = email): Promise<void> {
  const elsewhere = { merchantId: await buildMerchant(), role: 'owner' }
  await addUser({ email: address, password: PASSWORD, ...elsewhere })
}

async function viewerOf(name: string) {
  const address = `${name}.${email}`
  await addAccount(address)
  return viewerNow(address)
}

function signIn(address = email) {
  return verifySignIn({ email: address, password: PASSWORD, address: '192.0.2.1' })
}

async function viewerNow(address = email) {
  const session = await signIn(address)
  if ('refusal' in session) throw new Error(session.refusal)
  const viewer = await findViewer(session.userId, session.sessionVersion)
  if (viewer === null) throw new Error('The session has ended.')
  return viewer
}
