import { describe, expect, test } from 'vitest'
import { requireDeed } from '#lib/access-check.ts'
import { canDo, type Deed, type Role } from '#lib/domain/access.ts'

const TABLE: [Role, Deed, boolean][] = [
  ['owner', 'read', true],
  ['owner', 'edit', true],
  ['owner', 'own', true],
  ['editor', 'read', true],
  ['editor', 'edit', true],
  ['editor', 'own', false],
  ['viewer', 'read', true],
  ['viewer', 'edit', false],
  ['viewer', 'own', false],
]

describe('what each role may do', () => {
  test.each(TABLE)('%s, %s: %s', (role, deed, isAllowed) => {
    expect(canDo(role, deed)).toBe(isAllowed)
  })
})

test('a deed above the role is forbidden, with a sentence that says what to do', () => {
  const access = { merchantId: 'DEMO', role: 'viewer', actor: 'ann@example.com' } as const
  expect(() => requireDeed(access, 'read')).not.toThrow()
  expect(() => requireDeed(access, 'edit')).toThrow(
    expect.objectContaining({ code: 'forbidden', publicMessage: expect.stringContaining('owner') }),
  )
})
