'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { BulkResendPreview, ResendableStatus, ResendMode } from '#lib/domain/bulk-resend.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { EmptyNote } from '../empty-note.tsx'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { BULK_RESEND_TEXTS } from '../texts/bulk-resend.ts'
import { countWords, sayLeftOut } from '../texts/bulk-resend-words.ts'
import { clickNonce } from '../transmission/click-nonce.ts'
import { ModeChoice } from '../transmission/mode-choice.tsx'
import type { StartBulkResend } from './bulk-deeds.ts'
import { ResendConfirm } from './resend-confirm.tsx'
import { ResendGroups } from './resend-groups.tsx'

const TEXTS = BULK_RESEND_TEXTS.resendChoice

type ResendChoiceProps = {
  preview: BulkResendPreview
  /** The log's filter as it stands in the address. */
  query: string
  start: StartBulkResend
}

const USUAL: readonly ResendableStatus[] = ['failed', 'retrying']

/** Counts first, then asks what of it to send again and how. */
export function ResendChoice({ preview, query, start }: ResendChoiceProps) {
  const { groups, leftOut } = preview
  const [chosen, setChosen] = useState(() => USUAL.filter((one) => hasGroup(preview, one)))
  const [mode, setMode] = useState<ResendMode>('original')
  const [nonce, setNonce] = useState<string | null>(null)
  const wanted = groups.filter(({ status }) => chosen.includes(status))
  const count = wanted.reduce((sum, group) => sum + group.count, 0)
  if (groups.length === 0) return <NothingToSend preview={preview} query={query} />
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <Stack gap="lg">
        <ResendGroups groups={groups} chosen={chosen} onChange={setChosen} />
        {leftOut.length > 0 && (
          <Text size="sm" c="dimmed">
            {TEXTS.leftOut(leftOut.map(sayLeftOut).join('; '))}
          </Text>
        )}
        <ModeChoice mode={mode} hasOriginal onChange={setMode} />
        <Group gap="xs">
          <Button
            disabled={count === 0}
            leftSection={<IconSend2 size={16} stroke={1.8} aria-hidden />}
            onClick={() => setNonce(clickNonce())}
          >
            {TEXTS.sendAgain(countWords(count))}
          </Button>
          <Button component={Link} href={`/log${query}`} variant="default">
            {TEXTS.lookAtThemIn}
          </Button>
        </Group>
      </Stack>
      <Dialog
        isOpen={nonce !== null}
        onClose={() => setNonce(null)}
        title={TEXTS.sendToOntraportAgain(countWords(count))}
        size="lg"
      >
        {nonce !== null && (
          <ResendConfirm
            groups={wanted}
            wish={{ query, statuses: chosen, mode, nonce }}
            start={start}
            onClose={() => setNonce(null)}
          />
        )}
      </Dialog>
    </SectionCard>
  )
}

function hasGroup({ groups }: BulkResendPreview, status: ResendableStatus): boolean {
  return groups.some((group) => group.status === status)
}

function NothingToSend({ preview, query }: Pick<ResendChoiceProps, 'preview' | 'query'>) {
  const { leftOut } = preview
  return (
    <SectionCard title={TEXTS.title}>
      <EmptyNote
        icon={<IconSend2 size={26} stroke={1.6} />}
        title={TEXTS.nothingHereCanBe}
        action={
          <Button component={Link} href={`/log${query}`} variant="default">
            {TEXTS.backToTheLog}
          </Button>
        }
      >
        {leftOut.length === 0
          ? TEXTS.theFilterOfThe
          : TEXTS.theFilterFindsOnly(leftOut.map(sayLeftOut).join('; '))}
      </EmptyNote>
    </SectionCard>
  )
}
