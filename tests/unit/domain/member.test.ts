import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '#lib/domain/access.ts'
import { keepsOwner } from '#lib/domain/member.ts'

const anyMembers = fc.uniqueArray(
  fc.record({ userId: fc.stringMatching(/^[a-f]$/), role: fc.constantFrom(...ROLES) }),
  { selector: ({ userId }) => userId },
)

test('an owner is kept exactly when the members after the change have one', () => {
  const anyRole = fc.option(fc.constantFrom(...ROLES))
  fc.assert(
    fc.property(anyMembers, fc.nat(), anyRole, (members, place, role) => {
      const changed = members[place % members.length]
      if (changed === undefined) return
      const after = members.map((member) => (member === changed ? { ...member, role } : member))
      const hasOwner = after.some((member) => member.role === 'owner')
      expect(keepsOwner(members, { userId: changed.userId, role })).toBe(hasOwner)
    }),
  )
})

test('who is no member makes no owner', () => {
  expect(keepsOwner([], { userId: 'a', role: 'owner' })).toBe(false)
})
