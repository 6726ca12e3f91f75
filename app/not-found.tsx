import { NothingHere } from '#components/nothing-here.tsx'
import { WelcomeFrame } from '#components/welcome/welcome-frame.tsx'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <WelcomeFrame>
      <NothingHere href="/" label="To the overview">
        There is no page at this address. It may have been mistyped.
      </NothingHere>
    </WelcomeFrame>
  )
}
