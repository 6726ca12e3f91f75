import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function ProductsLoading() {
  return <PageSkeleton />
}
