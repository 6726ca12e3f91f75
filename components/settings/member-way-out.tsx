'use client'

import { Button } from '@mantine/core'
import type { MemberRow } from '#lib/domain/member.ts'
import { FormFault } from '../form-fault.tsx'
import { useNavigation } from '../navigation.tsx'
import { notifyDone } from '../notify.tsx'
import { MEMBERS_TEXTS } from '../texts/members.ts'
import { useDeed } from '../use-deed.ts'
import { askFirst } from './ask-first.tsx'
import type { MemberDeeds } from './member-deeds.ts'

/** Takes another member out of the store. */
export function RemoveButton({ member, deeds }: { member: MemberRow; deeds: MemberDeeds }) {
  const { userId, email } = member
  const { run, isRunning, fault } = useDeed(deeds.remove)
  const texts = MEMBERS_TEXTS.remove
  const remove = () => run([userId], () => notifyDone(texts.done(email)))
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={isRunning}
        aria-label={texts.label(email)}
        onClick={() => askFirst({ ...texts, title: texts.title(email) }, remove)}
      >
        {texts.button}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}

/** Takes the reader out of the store. */
export function LeaveButton({ merchantId, deeds }: { merchantId: string; deeds: MemberDeeds }) {
  const { run, isRunning, fault } = useDeed(deeds.leave)
  const { go } = useNavigation()
  const texts = MEMBERS_TEXTS.leave
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={isRunning}
        onClick={() => askFirst(texts, () => run([merchantId], () => go('/sign-in')))}
      >
        {texts.button}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}
