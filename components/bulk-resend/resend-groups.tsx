'use client'

import { Checkbox, Stack } from '@mantine/core'
import type { ResendableStatus, ResendGroup } from '#lib/domain/bulk-resend.ts'
import { BULK_RESEND_TEXTS } from '../texts/bulk-resend.ts'
import { countWords, nameGroupRisk } from '../texts/bulk-resend-words.ts'
import { STATUS_WORDS } from '../texts/words.ts'

type ResendGroupsProps = {
  groups: ResendGroup[]
  chosen: readonly ResendableStatus[]
  onChange: (chosen: ResendableStatus[]) => void
}

/** What the filter finds, status by status, each with what sending it again may lead to. */
export function ResendGroups({ groups, chosen, onChange }: ResendGroupsProps) {
  const toggle = (status: ResendableStatus) =>
    onChange(chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status])
  return (
    <Checkbox.Group label={BULK_RESEND_TEXTS.resendGroups.sendAgainThoseThat} value={[...chosen]}>
      <Stack gap="sm" mt="xs">
        {groups.map((group) => (
          <Checkbox
            key={group.status}
            value={group.status}
            label={`${STATUS_WORDS[group.status].label}: ${group.isMore ? 'more than ' : ''}${countWords(group.count)}`}
            description={nameGroupRisk(group) ?? STATUS_WORDS[group.status].meaning}
            checked={chosen.includes(group.status)}
            onChange={() => toggle(group.status)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
