import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function IntegrationLoading() {
  return <PageSkeleton />
}
