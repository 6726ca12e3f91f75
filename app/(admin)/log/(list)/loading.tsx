import { LogSkeleton } from '#components/log/log-skeleton.tsx'

export default function LogLoading() {
  return <LogSkeleton />
}
