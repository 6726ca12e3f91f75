import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function AdminLoading() {
  return <PageSkeleton />
}
