'use client'

import { Stack } from '@mantine/core'
import { IconMailCheck, IconMailX } from '@tabler/icons-react'
import type { MadeInvitation } from '#lib/domain/member.ts'
import { Notice } from '../notice.tsx'
import { INVITATION_TEXTS as TEXTS } from '../texts/members.ts'
import { ShownOnce } from './shown-once.tsx'

type InvitationMadeProps = { made: MadeInvitation; onClose: () => void }

/** The link of an invitation, this once, and whether it has been mailed. */
export function InvitationMade({ made: { link, mail }, onClose }: InvitationMadeProps) {
  const explain = mail?.isSent ? TEXTS.mailed.explain : TEXTS.made.explain
  return (
    <Stack>
      {mail !== null && (
        <Notice
          tone={mail.isSent ? 'good' : 'retry'}
          role="status"
          title={mail.isSent ? TEXTS.mailed.done : TEXTS.mailed.failed}
          icon={mail.isSent ? <IconMailCheck size={18} /> : <IconMailX size={18} />}
        >
          {mail.answer}
        </Notice>
      )}
      <ShownOnce texts={{ ...TEXTS.made, explain }} value={link} onClose={onClose} />
    </Stack>
  )
}

export function titleOfMade({ invitation: { email }, mail }: MadeInvitation): string {
  return mail?.isSent ? TEXTS.mailed.title(email) : TEXTS.made.title(email)
}
