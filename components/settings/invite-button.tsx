'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MadeInvitation } from '#lib/domain/member.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { INVITATION_TEXTS } from '../texts/members.ts'
import { InvitationMade, titleOfMade } from './invitation-made.tsx'
import { InviteForm } from './invite-form.tsx'
import type { InvitationDeeds } from './member-deeds.ts'

/** Makes an invitation and shows its link, this once. */
export function InviteButton({ deeds }: { deeds: InvitationDeeds }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [made, setMade] = useState<MadeInvitation | null>(null)
  const start = () => {
    setMade(null)
    open()
  }
  const { button, title } = INVITATION_TEXTS.invite
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />}
        onClick={start}
      >
        {button}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        size="lg"
        title={made === null ? title : titleOfMade(made)}
      >
        {made === null ? (
          <InviteForm invite={deeds.invite} onCancel={close} onMade={setMade} />
        ) : (
          <InvitationMade made={made} onClose={close} />
        )}
      </Dialog>
    </>
  )
}
