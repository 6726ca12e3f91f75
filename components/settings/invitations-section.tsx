'use client'

import { Button, Group, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { InvitationRow, MadeInvitation } from '#lib/domain/member.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { INVITATION_TEXTS as TEXTS } from '../texts/members.ts'
import { ROLE_WORDS } from '../texts/role-words.ts'
import { Ago } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { AskButton } from './ask-button.tsx'
import { InvitationMade, titleOfMade } from './invitation-made.tsx'
import type { InvitationDeeds } from './member-deeds.ts'
import { SettingsTable } from './settings-table.tsx'

type InvitationsSectionProps = { invitations: InvitationRow[]; deeds: InvitationDeeds }

/** Invitations that nobody has accepted; without any it is not there. */
export function InvitationsSection({ invitations, deeds }: InvitationsSectionProps) {
  const { email, role, invitedBy, expires, actions } = TEXTS.columns
  const hidden = <VisuallyHidden key="actions">{actions}</VisuallyHidden>
  if (invitations.length === 0) return null
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description} isFlush>
      <SettingsTable label={TEXTS.table} columns={[email, role, invitedBy, expires, hidden]}>
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} deeds={deeds} />
        ))}
      </SettingsTable>
    </SectionCard>
  )
}

function Row({ invitation, deeds }: { invitation: InvitationRow; deeds: InvitationDeeds }) {
  const { email, role, invitedBy, expiresAt, isOver } = invitation
  return (
    <tr>
      <td data-strong>{email}</td>
      <td>{ROLE_WORDS[role]}</td>
      <td data-label={TEXTS.columns.invitedBy}>{invitedBy}</td>
      <td data-label={TEXTS.columns.expires}>{isOver ? TEXTS.over : <Ago at={expiresAt} />}</td>
      <td>
        <Group gap="xs" justify="flex-end">
          <NewLinkButton {...{ email, role, deeds }} />
          <WithdrawButton invitation={invitation} withdraw={deeds.withdraw} />
        </Group>
      </td>
    </tr>
  )
}

type NewLinkButtonProps = Pick<InvitationRow, 'email' | 'role'> & { deeds: InvitationDeeds }

function NewLinkButton({ email, role, deeds }: NewLinkButtonProps) {
  const { run, isRunning, fault } = useDeed(deeds.invite)
  const [made, setMade] = useState<MadeInvitation | null>(null)
  const close = () => setMade(null)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={isRunning}
        aria-label={TEXTS.again.label(email)}
        onClick={() => run([{ email, role }], setMade)}
      >
        {TEXTS.again.button}
      </Button>
      <FormFault fault={fault} />
      <Dialog
        isOpen={made !== null}
        onClose={close}
        size="lg"
        title={made === null ? TEXTS.made.title(email) : titleOfMade(made)}
      >
        {made !== null && <InvitationMade made={made} onClose={close} />}
      </Dialog>
    </>
  )
}

type WithdrawButtonProps = Pick<InvitationDeeds, 'withdraw'> & { invitation: InvitationRow }

function WithdrawButton({ invitation: { id, email }, withdraw }: WithdrawButtonProps) {
  const { label, title, done, ...texts } = TEXTS.withdraw
  return (
    <AskButton
      texts={{ ...texts, title: title(email) }}
      label={label(email)}
      deed={withdraw}
      id={id}
      whenDone={() => notifyDone(done, email)}
    />
  )
}
