'use client'

import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { LIST_IMPORT_TEXTS } from '../texts/list-import.ts'
import { useDeed } from '../use-deed.ts'
import type { ListDeeds, ListPlan } from './list-deeds.ts'

const TEXTS = LIST_IMPORT_TEXTS.listImportSteps

/** What a source of a list is handed: `onList` takes the list as a form, or `null` when there is none any more. */
export type ListSourceProps = { onList: (form: FormData | null) => void; isReading: boolean }

type ListImportStepsProps<Plan extends ListPlan, Result> = {
  deeds: ListDeeds<Plan, Result>
  /** Where the list comes from: a file, or what is pasted. */
  renderSource: (source: ListSourceProps) => ReactNode
  renderPlan: (plan: Plan) => ReactNode
  sayResult: (result: Result) => string
  onClose: () => void
}

/** A list that is given shows what it would change; only the button changes it. */
export function ListImportSteps<Plan extends ListPlan, Result>({
  deeds,
  renderSource,
  renderPlan,
  sayResult,
  onClose,
}: ListImportStepsProps<Plan, Result>) {
  const [list, setList] = useState<FormData | null>(null)
  const [plan, setPlan] = useState<Plan | null>(null)
  const previewing = useDeed(deeds.previewList)
  const importing = useDeed(deeds.importList)
  const choose = (chosen: FormData | null) => {
    setList(chosen)
    setPlan(null)
    importing.clearFault()
    if (chosen !== null) previewing.run([chosen], setPlan)
  }
  const takeIn = () => {
    if (list === null) return
    importing.run([list], (result) => {
      onClose()
      notifyDone(TEXTS.listTakenIn, sayResult(result))
    })
  }
  return (
    <Stack>
      {renderSource({ onList: choose, isReading: previewing.isRunning })}
      <FormFault fault={previewing.fault ?? importing.fault} />
      {plan !== null && renderPlan(plan)}
      <Group gap="xs">
        {plan !== null && <TakeIn plan={plan} onClick={takeIn} isRunning={importing.isRunning} />}
        <Button variant="default" onClick={onClose}>
          {TEXTS.cancel}
        </Button>
      </Group>
    </Stack>
  )
}

type TakeInProps = { plan: ListPlan; onClick: () => void; isRunning: boolean }

function TakeIn({ plan: { counts }, onClick, isRunning }: TakeInProps) {
  const news = counts.new + counts.changed
  return (
    <Button onClick={onClick} loading={isRunning} disabled={news === 0}>
      {news === 0 ? TEXTS.nothingToChange : TEXTS.takeIn(news)}
    </Button>
  )
}
