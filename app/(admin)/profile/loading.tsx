import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function ProfileLoading() {
  return <PageSkeleton />
}
