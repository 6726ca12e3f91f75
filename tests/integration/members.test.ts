import { beforeEach, expect, test } from 'vitest'
import { addUser } from '#lib/services/add-user.ts'
import { listMembers } from '#lib/services/list-members.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'

const PASSWORD = 'correct horse battery'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildMerchant()
})

test('the members of a store are listed owners first, with their last sign-in, to every member', async () => {
  await addMember('vic@example.com', 'viewer')
  await addMember('olga@example.com', 'owner')
  await addUser({
    email: 'elsewhere@example.com',
    merchantId: await buildMerchant(),
    role: 'owner',
    password: PASSWORD,
  })
  const before = new Date().toISOString()
  await verifySignIn({ email: 'vic@example.com', password: PASSWORD, address: '192.0.2.1' })
  const members = await listMembers(accessOf(merchantId, 'viewer'))
  expect(members).toMatchObject([
    { email: 'olga@example.com', role: 'owner', lastSignInAt: null },
    { email: 'vic@example.com', role: 'viewer', lastSignInAt: expect.any(String) },
  ])
  expect((members[1]?.lastSignInAt ?? '') >= before).toBe(true)
})

function addMember(email: string, role: string) {
  return addUser({ email, merchantId, role, password: PASSWORD })
}
