'use client'

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { BulkResendPreview, ResendableStatus, ResendMode } from '#lib/domain/bulk-resend.ts'
import { EmptyNote } from '../empty-note.tsx'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { clickNonce } from '../transmission/click-nonce.ts'
import { ModeChoice } from '../transmission/mode-choice.tsx'
import type { StartBulkResend } from './bulk-deeds.ts'
import { countWords, sayLeftOut } from './bulk-words.ts'
import { ResendConfirm } from './resend-confirm.tsx'
import { ResendGroups } from './resend-groups.tsx'

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
    <SectionCard
      title="What to send again"
      description="Counted now, by the filter of the log. Ten go out a second, oldest first, so that new sales keep their turn."
    >
      <Stack gap="lg">
        <ResendGroups groups={groups} chosen={chosen} onChange={setChosen} />
        {leftOut.length > 0 && (
          <Text size="sm" c="dimmed">
            Left out: {leftOut.map(sayLeftOut).join('; ')}.
          </Text>
        )}
        <ModeChoice mode={mode} hasOriginal onChange={setMode} />
        <Group gap="xs">
          <Button
            disabled={count === 0}
            leftSection={<IconSend2 size={16} stroke={1.8} aria-hidden />}
            onClick={() => setNonce(clickNonce())}
          >
            Send {countWords(count)} again…
          </Button>
          <Button component={Link} href={`/log${query}`} variant="default">
            Look at them in the log
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={nonce !== null}
        onClose={() => setNonce(null)}
        title={`Send ${countWords(count)} to ONTRAPORT again?`}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {nonce !== null && (
          <ResendConfirm
            groups={wanted}
            wish={{ query, statuses: chosen, mode, nonce }}
            start={start}
            onClose={() => setNonce(null)}
          />
        )}
      </Modal>
    </SectionCard>
  )
}

function hasGroup({ groups }: BulkResendPreview, status: ResendableStatus): boolean {
  return groups.some((group) => group.status === status)
}

function NothingToSend({ preview, query }: Pick<ResendChoiceProps, 'preview' | 'query'>) {
  const { leftOut } = preview
  return (
    <SectionCard title="What to send again">
      <EmptyNote
        icon={<IconSend2 size={26} stroke={1.6} />}
        title="Nothing here can be sent again"
        action={
          <Button component={Link} href={`/log${query}`} variant="default">
            Back to the log
          </Button>
        }
      >
        {leftOut.length === 0
          ? 'The filter of the log finds nothing. Change it there, then come back.'
          : `The filter finds only what is left out: ${leftOut.map(sayLeftOut).join('; ')}.`}
      </EmptyNote>
    </SectionCard>
  )
}
