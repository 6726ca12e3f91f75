import { NothingHere } from '#components/nothing-here.tsx'
import { APP_TEXTS, PAGE_TITLES } from '#components/texts/app.ts'
import { WelcomeFrame } from '#components/welcome/welcome-frame.tsx'

export const metadata = { title: PAGE_TITLES.notFound }

export default function NotFound() {
  return (
    <WelcomeFrame>
      <NothingHere href="/" label={APP_TEXTS.toTheOverview}>
        {APP_TEXTS.noSuchPage}
      </NothingHere>
    </WelcomeFrame>
  )
}
