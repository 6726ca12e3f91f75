'use client'

import { NothingHere } from '#components/nothing-here.tsx'
import { APP_TEXTS } from '#components/texts/app.ts'
import { WelcomeFrame } from '#components/welcome/welcome-frame.tsx'

export default function LostFrame() {
  return (
    <WelcomeFrame>
      <NothingHere href="/" label={APP_TEXTS.toTheOverview}>
        {APP_TEXTS.noSuchPage}
      </NothingHere>
    </WelcomeFrame>
  )
}
