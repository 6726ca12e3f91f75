import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function OverviewLoading() {
  return <PageSkeleton />
}
