'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { checkPersonName } from '#lib/domain/account-fields.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { useDeed } from '../use-deed.ts'
import type { Profile, ProfileDeeds } from './profile-deeds.ts'
import { ZoneChoice } from './zone-choice.tsx'

type AboutSectionProps = Pick<ProfileDeeds, 'save'> & { profile: Profile; storeZone: string }

/** How a person is called, and in which zone they read times. */
export function AboutSection({ profile, storeZone, save }: AboutSectionProps) {
  const { run, isRunning, fault } = useDeed(save)
  const form = useForm<Profile>({ initialValues: profile, validate: { name: checkPersonName } })
  const texts = PROFILE_TEXTS.about
  return (
    <SectionCard title={texts.title} description={texts.description}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => run([values], () => notifyDone(texts.saved)))}
      >
        <Stack>
          <FormFault fault={fault} />
          <TextInput
            label={texts.name}
            autoComplete="name"
            maw={420}
            {...form.getInputProps('name')}
          />
          <ZoneChoice
            zone={form.values.timeZone}
            storeZone={storeZone}
            onChoose={(timeZone) => form.setFieldValue('timeZone', timeZone)}
          />
          <Group>
            <Button type="submit" loading={isRunning}>
              {texts.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  )
}
