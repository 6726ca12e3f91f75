import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function AffiliatesLoading() {
  return <PageSkeleton />
}
