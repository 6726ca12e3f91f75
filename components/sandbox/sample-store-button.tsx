'use client'

import { Button, Stack } from '@mantine/core'
import { IconBuildingStore } from '@tabler/icons-react'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = SANDBOX_TEXTS.sampleStoreButton

export type FillSampleStore = Deed<[], { eventCount: number }>

/** Lets an invented store report its orders, the way UltraCart does. */
export function SampleStoreButton({ fillSampleStore }: { fillSampleStore: FillSampleStore }) {
  const { run, isRunning, fault } = useDeed(fillSampleStore)
  const fill = () =>
    run([], ({ eventCount }) =>
      notifyDone(TEXTS.theSampleStoreHas, TEXTS.eventsSeeThemIn(eventCount)),
    )
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        loading={isRunning}
        leftSection={<IconBuildingStore size={16} stroke={1.8} aria-hidden />}
        onClick={fill}
      >
        {TEXTS.fillWithASample}
      </Button>
      <FormFault fault={fault} />
    </Stack>
  )
}
