'use client'

import { NativeSelect } from '@mantine/core'
import { isRole, ROLES, type Role } from '#lib/domain/access.ts'
import type { MemberRow } from '#lib/domain/member.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { useNavigation } from '../navigation.tsx'
import { notifyDone } from '../notify.tsx'
import { MEMBERS_TEXTS } from '../texts/members.ts'
import { ROLE_WORDS } from '../texts/role-words.ts'
import { useDeed } from '../use-deed.ts'
import type { MemberDeeds } from './member-deeds.ts'

const TEXTS = MEMBERS_TEXTS.change

type RoleChoiceProps = { member: MemberRow; isSelf: boolean; deeds: MemberDeeds }

/** Chooses a member's role, once what follows has been read. */
export function RoleChoice({ member, isSelf, deeds }: RoleChoiceProps) {
  const { userId, email, role } = member
  const { run, isRunning, fault } = useDeed(deeds.changeRole)
  const { go } = useNavigation()
  const change = (next: Role) =>
    run([{ userId, role: next }], () =>
      isSelf ? go('/sign-in') : notifyDone(TEXTS.done(email, ROLE_WORDS[next])),
    )
  const ask = (next: string) => {
    if (!isRole(next) || next === role) return
    const consequence = isSelf ? TEXTS.ofSelf : TEXTS.consequence
    askFirst(
      { ...TEXTS, title: TEXTS.title(email, ROLE_WORDS[next]), consequence, isHarmful: true },
      () => change(next),
    )
  }
  return (
    <>
      <NativeSelect
        size="xs"
        w={120}
        aria-label={MEMBERS_TEXTS.roleOf(email)}
        data={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))}
        value={role}
        disabled={isRunning}
        onChange={(event) => ask(event.currentTarget.value)}
      />
      <FormFault fault={fault} />
    </>
  )
}
