import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { Access, Role } from '#lib/domain/access.ts'
import { addUser } from '#lib/services/add-user.ts'
import { changeRole } from '#lib/services/change-role.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { leaveMerchant } from '#lib/services/leave-merchant.ts'
import { listMembers } from '#lib/services/list-members.ts'
import { removeMember } from '#lib/services/remove-member.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'

const PASSWORD = 'correct horse battery'

let merchantId: string
let owner: Access
beforeEach(async () => {
  merchantId = await buildMerchant()
  owner = as('olga', 'owner')
  await addMember('olga', 'owner')
})

test('the members of a store are listed owners first, with their last sign-in, to every member', async () => {
  await addMember('vic', 'viewer')
  await addMember('otto', 'owner')
  await addMember('elsewhere', 'owner', await buildMerchant())
  const before = new Date().toISOString()
  await signIn('otto')
  const members = await listMembers(as('vic', 'viewer'))
  expect(members).toMatchObject([
    { email: emailOf('olga'), role: 'owner', lastSignInAt: null },
    { email: emailOf('otto'), role: 'owner', lastSignInAt: expect.any(String) },
    { email: emailOf('vic'), role: 'viewer', lastSignInAt: null },
  ])
  expect((members[1]?.lastSignInAt ?? '') >= before).toBe(true)
})

describe('an owner', () => {
  test('changes a role, which ends that person’s sessions and is in the audit trail', async () => {
    const { userId } = await addMember('ed', 'editor')
    const session = await signIn('ed')
    await changeRole(owner, { userId, role: 'viewer' })
    expect(await viewerOf(session)).toBeNull()
    expect(await roleOf('ed')).toBe('viewer')
    expect(await auditOf(merchantId, 'membership.changed')).toEqual([
      {
        actor: emailOf('olga'),
        details: { email: emailOf('ed'), role: 'viewer', roleBefore: 'editor' },
      },
    ])
  })

  test('who chooses the role that somebody has changes nothing, and writes nothing', async () => {
    const { userId } = await addMember('ed', 'editor')
    const session = await signIn('ed')
    await changeRole(owner, { userId, role: 'editor' })
    expect(await viewerOf(session)).not.toBeNull()
    expect(await auditOf(merchantId, 'membership.changed')).toEqual([])
  })

  test('takes a member out, whose sessions end and whose account and other stores stay', async () => {
    const { userId } = await addMember('ed', 'editor')
    const other = await buildMerchant()
    await addMember('ed', 'viewer', other)
    const session = await signIn('ed')
    await removeMember(owner, userId)
    expect(await viewerOf(session)).toBeNull()
    expect(await viewerOf(await signIn('ed'))).toMatchObject({
      memberships: [{ merchantId: other, role: 'viewer' }],
    })
    expect(await auditOf(merchantId, 'membership.removed')).toEqual([
      { actor: emailOf('olga'), details: { email: emailOf('ed'), role: 'editor' } },
    ])
  })

  test('reaches nobody of another store', async () => {
    const { userId } = await addMember('theirs', 'editor', await buildMerchant())
    const notFound = { code: 'not-found' }
    await expect(changeRole(owner, { userId, role: 'owner' })).rejects.toMatchObject(notFound)
    await expect(removeMember(owner, userId)).rejects.toMatchObject(notFound)
    await expect(removeMember(owner, 'no id')).rejects.toMatchObject(notFound)
  })

  test('gives no role that is none', async () => {
    const { userId } = await addMember('ed', 'editor')
    await expect(changeRole(owner, { userId, role: 'admin' })).rejects.toMatchObject({
      code: 'malformed',
    })
  })
})

test.each(['editor', 'viewer'] as const)('%s changes and removes nobody', async (role) => {
  const { userId } = await addMember('ed', 'editor')
  const access = as('somebody', role)
  const forbidden = { code: 'forbidden' }
  await expect(changeRole(access, { userId, role: 'owner' })).rejects.toMatchObject(forbidden)
  await expect(removeMember(access, userId)).rejects.toMatchObject(forbidden)
})

test('a member leaves, and their sessions end', async () => {
  await addMember('vic', 'viewer')
  const session = await signIn('vic')
  await leaveMerchant(as('vic', 'viewer'))
  expect(await viewerOf(session)).toBeNull()
  expect(await roleOf('vic')).toBeUndefined()
  expect(await auditOf(merchantId, 'membership.left')).toEqual([
    { actor: emailOf('vic'), details: { role: 'viewer' } },
  ])
})

describe('the last owner', () => {
  test('cannot be demoted, removed, or leave, and nothing of it is written', async () => {
    const userId = await idOf('olga')
    await addMember('ed', 'editor')
    const session = await signIn('olga')
    const attempts = [
      () => changeRole(owner, { userId, role: 'viewer' }),
      () => removeMember(owner, userId),
      () => leaveMerchant(owner),
    ]
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict' })
    expect(await roleOf('olga')).toBe('owner')
    expect(await viewerOf(session)).not.toBeNull()
    expect(await auditOf(merchantId, 'membership.changed')).toEqual([])
  })

  test('stays, when the owners of a store demote each other at once', async () => {
    const names = ['olga', 'otto', 'ona', 'oz']
    for (const name of names) await addMember(name, 'owner')
    const results = await Promise.allSettled(
      names.map(async (name, place) => {
        const userId = await idOf(names[(place + 1) % names.length] ?? '')
        return changeRole(as(name, 'owner'), { userId, role: 'viewer' })
      }),
    )
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict' } },
    ])
    expect(await owners()).toHaveLength(1)
  })

  test('stays, when two owners demote, remove and leave at once, again and again', async () => {
    for (let round = 0; round < 8; round += 1) {
      for (const name of ['olga', 'otto']) await addMember(name, 'owner')
      const [first, second] = [await idOf('olga'), await idOf('otto')]
      await Promise.allSettled([
        changeRole(owner, { userId: second, role: 'editor' }),
        removeMember(as('otto', 'owner'), first),
        leaveMerchant(as('otto', 'owner')),
        leaveMerchant(owner),
      ])
      expect(await owners(), `round ${round}`).toHaveLength(1)
    }
  })
})

/** An address of its own for each test, since an account outlives a store. */
function emailOf(name: string): string {
  return `${name}@${merchantId.toLowerCase()}.example.com`
}

function as(name: string, role: Role): Access {
  return { ...accessOf(merchantId, role), actor: emailOf(name) }
}

async function addMember(name: string, role: Role, to = merchantId): Promise<{ userId: string }> {
  await addUser({ email: emailOf(name), merchantId: to, role, password: PASSWORD })
  return { userId: await idOf(name) }
}

async function idOf(name: string): Promise<string> {
  const { id } = await prisma().user.findUniqueOrThrow({ where: { email: emailOf(name) } })
  return id
}

async function signIn(name: string) {
  const session = await verifySignIn({
    ...{ email: emailOf(name), password: PASSWORD, address: '192.0.2.1' },
  })
  if ('refusal' in session) throw new Error(`${name} cannot sign in: ${session.refusal}`)
  return session
}

function viewerOf({ userId, sessionVersion }: { userId: string; sessionVersion: number }) {
  return findViewer(userId, sessionVersion)
}

async function roleOf(name: string): Promise<Role | undefined> {
  const members = await listMembers(owner)
  return members.find(({ email }) => email === emailOf(name))?.role
}

async function owners() {
  return (await listMembers(owner)).filter(({ role }) => role === 'owner')
}
