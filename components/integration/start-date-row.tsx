'use client'

import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { startOfDay } from '../log/zone-day.ts'
import { Moment } from '../time/moment.tsx'
import { useTimeZone } from '../time/time-zone.tsx'
import { RuleFrame } from './rule-row.tsx'
import { type RuleDeeds, useRuleDraft } from './use-rule-draft.ts'

type StartDateRowProps = RuleDeeds & { startDate: string | null; canEdit: boolean }

const RULE = { name: 'start-date', title: 'Start date' }

/** From when on orders are told. */
export function StartDateRow({ startDate, canEdit, ...deeds }: StartDateRowProps) {
  const titleId = useId()
  const timeZone = useTimeZone()
  const draft = useRuleDraft(RULE, deeds)
  const [isDayAsked, setDayAsked] = useState(false)
  const close = (end: () => void) => () => {
    setDayAsked(false)
    end()
  }
  const row = { ...draft, save: close(draft.save), discard: close(draft.discard) }
  const choose = (choice: string) => {
    setDayAsked(choice === 'day')
    if (choice === 'saved' || choice === 'day') draft.discard()
    else draft.consider(choice)
  }
  const chosen = draft.draft === 'now' || draft.draft === 'none' ? draft.draft : 'saved'
  return (
    <RuleFrame title={RULE.title} titleId={titleId} text={<Words at={startDate} />} draft={row}>
      <Stack gap="xs">
        <NativeSelect
          aria-labelledby={titleId}
          value={isDayAsked ? 'day' : chosen}
          disabled={!canEdit || draft.isSaving}
          data={[
            { value: 'saved', label: 'As it is' },
            { value: 'now', label: 'From this moment' },
            { value: 'day', label: 'From a day…' },
            { value: 'none', label: 'No start date' },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isDayAsked && (
          <TextInput
            type="date"
            aria-label="Orders placed from this day are told"
            onChange={({ currentTarget: { value } }) =>
              value === ''
                ? draft.discard()
                : draft.consider(startOfDay(value, timeZone).toISOString())
            }
          />
        )}
      </Stack>
    </RuleFrame>
  )
}

function Words({ at }: { at: string | null }) {
  if (at === null) return 'Orders are relayed whenever they were placed.'
  return (
    <>
      Orders placed before <Moment at={at} style="long" /> tell nothing. An earlier date lets older
      orders go out when UltraCart reports them again; what ONTRAPORT has from elsewhere would then
      be there twice.
    </>
  )
}
