import { NothingHere } from '#components/nothing-here.tsx'
import { APP_TEXTS } from '#components/texts/app.ts'

export default function AdminNotFound() {
  return (
    <NothingHere href="/log" label={APP_TEXTS.toTheLog}>
      {APP_TEXTS.noSuchEntry}
    </NothingHere>
  )
}
