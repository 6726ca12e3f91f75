'use client'

import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResendGroup } from '#lib/domain/bulk-resend.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { BULK_RESEND_TEXTS } from '../texts/bulk-resend.ts'
import { countWords, nameGroupRisk } from '../texts/bulk-resend-words.ts'
import { STATUS_WORDS } from '../texts/words.ts'
import { useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import type { BulkWish, StartBulkResend } from './bulk-deeds.ts'

const TEXTS = BULK_RESEND_TEXTS.resendConfirm

type ResendConfirmProps = {
  groups: ResendGroup[]
  wish: BulkWish
  start: StartBulkResend
  onClose: () => void
}

/** Names what each part of the run may lead to, and wants it read where there is a risk. */
export function ResendConfirm({ groups, wish, start, onClose }: ResendConfirmProps) {
  const { run, isRunning, fault } = useDeed(start)
  const [isRiskTaken, setRiskTaken] = useState(false)
  const risky = groups.flatMap((group) => {
    const risk = nameGroupRisk(group)
    return risk === null ? [] : [{ group, risk }]
  })
  const begin = () =>
    run([wish], ({ totalCount }) => {
      notifyDone(TEXTS.begun, TEXTS.areSentAgainTen(countWords(totalCount)))
      onClose()
    })
  return (
    <Stack>
      <FormFault fault={fault} />
      <Text size="sm">
        <Worded
          text={TEXTS.youCanPauseOr}
          parts={{
            whatGoesOut: wish.mode === 'original' ? TEXTS.eachGoesOutExactly : TEXTS.eachIsMadeInto,
          }}
        />
      </Text>
      {risky.map(({ group, risk }) => (
        <Notice
          key={group.status}
          tone="ask"
          title={`${STATUS_WORDS[group.status].label}: ${countWords(group.count)}`}
          icon={<IconAlertTriangle size={18} stroke={1.8} />}
        >
          {risk}
        </Notice>
      ))}
      {risky.length > 0 && (
        <Checkbox
          label={TEXTS.iHaveReadThis}
          checked={isRiskTaken}
          onChange={(event) => setRiskTaken(event.currentTarget.checked)}
        />
      )}
      <Group gap="xs">
        <Button
          color={risky.length === 0 ? 'ink' : 'red.8'}
          loading={isRunning}
          disabled={risky.length > 0 && !isRiskTaken}
          onClick={begin}
        >
          {TEXTS.sendThemAgain}
        </Button>
        <Button variant="default" onClick={onClose}>
          {TEXTS.cancel}
        </Button>
      </Group>
    </Stack>
  )
}
