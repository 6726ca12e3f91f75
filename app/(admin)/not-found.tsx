import { NothingHere } from '#components/nothing-here.tsx'

export default function AdminNotFound() {
  return (
    <NothingHere href="/log" label="To the log">
      There is no such entry in this store. It may belong to another of your stores, or its month
      has been cleared away.
    </NothingHere>
  )
}
