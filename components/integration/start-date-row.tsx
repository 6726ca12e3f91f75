'use client'

import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { startOfDay } from '../log/zone-day.ts'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { Moment } from '../time/moment.tsx'
import { useTimeZone } from '../time/time-zone.tsx'
import { Worded } from '../worded.tsx'
import { RuleFrame } from './rule-row.tsx'
import { type RuleDeeds, useRuleDraft } from './use-rule-draft.ts'

const TEXTS = RULE_TEXTS.startDateRow

type StartDateRowProps = RuleDeeds & { startDate: string | null; canEdit: boolean }

const RULE = { name: 'start-date', title: TEXTS.startDate }

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
            { value: 'saved', label: TEXTS.asItIs },
            { value: 'now', label: TEXTS.fromThisMoment },
            { value: 'day', label: TEXTS.fromADay },
            { value: 'none', label: TEXTS.noStartDate },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isDayAsked && (
          <TextInput
            type="date"
            aria-label={TEXTS.ordersPlacedFromThis}
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
  if (at === null) return TEXTS.ordersAreRelayedWhenever
  return (
    <Worded
      text={TEXTS.ordersPlacedBeforeTell}
      parts={{ moment: <Moment at={at} style="long" /> }}
    />
  )
}
