'use client'

import { Checkbox, Stack } from '@mantine/core'
import type { ResendableStatus, ResendGroup } from '#lib/domain/bulk-resend.ts'
import { STATUS_WORDS } from '../words.ts'
import { countWords, nameGroupRisk } from './bulk-words.ts'

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
    <Checkbox.Group label="Send again those that are" value={[...chosen]}>
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
