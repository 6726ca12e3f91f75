'use client'

import type { MemberRow } from '#lib/domain/member.ts'
import { useNavigation } from '../navigation.tsx'
import { notifyDone } from '../notify.tsx'
import { MEMBERS_TEXTS } from '../texts/members.ts'
import { AskButton } from './ask-button.tsx'
import type { MemberDeeds } from './member-deeds.ts'

/** Takes another member out of the store. */
export function RemoveButton({ member, deeds }: { member: MemberRow; deeds: MemberDeeds }) {
  const { userId, email } = member
  const { label, title, done, ...texts } = MEMBERS_TEXTS.remove
  return (
    <AskButton
      texts={{ ...texts, title: title(email) }}
      label={label(email)}
      deed={deeds.remove}
      id={userId}
      whenDone={() => notifyDone(done(email))}
    />
  )
}

/** Takes the reader out of the store. */
export function LeaveButton({ merchantId, deeds }: { merchantId: string; deeds: MemberDeeds }) {
  const { go } = useNavigation()
  return (
    <AskButton
      texts={MEMBERS_TEXTS.leave}
      deed={deeds.leave}
      id={merchantId}
      whenDone={() => go('/sign-in')}
    />
  )
}
