'use client'

import { Stack } from '@mantine/core'
import { PageHeader } from '../page-header.tsx'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { AboutSection } from './about-section.tsx'
import { PasswordSection } from './password-section.tsx'
import type { Profile, ProfileDeeds } from './profile-deeds.ts'

type ProfileScreenProps = {
  email: string
  profile: Profile
  storeZone: string
  deeds: ProfileDeeds
}

/** What belongs to the person and not to a store. */
export function ProfileScreen({ email, profile, storeZone, deeds }: ProfileScreenProps) {
  return (
    <>
      <PageHeader title={PROFILE_TEXTS.title} description={PROFILE_TEXTS.description(email)} />
      <Stack gap="lg">
        <AboutSection profile={profile} storeZone={storeZone} save={deeds.save} />
        <PasswordSection changePassword={deeds.changePassword} />
      </Stack>
    </>
  )
}
