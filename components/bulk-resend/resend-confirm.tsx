'use client'

import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResendGroup } from '#lib/domain/bulk-resend.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import { STATUS_WORDS } from '../words.ts'
import type { BulkWish, StartBulkResend } from './bulk-deeds.ts'
import { countWords, nameGroupRisk } from './bulk-words.ts'

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
      notifyDone('Begun', `${countWords(totalCount)} are sent again, ten a second.`)
      onClose()
    })
  return (
    <Stack>
      <FormFault fault={fault} />
      <Text size="sm">
        {wish.mode === 'original'
          ? 'Each goes out exactly as it was sent before. What was never sent is made now.'
          : 'Each is made into XML anew, with today’s product names.'}{' '}
        You can pause or cancel the run; what has gone out by then stays sent.
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
          label="I have read this and want to send them again"
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
          Send them again
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
