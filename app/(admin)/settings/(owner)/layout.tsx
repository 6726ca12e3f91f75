import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'

/** Sections for owners: for anybody else they are not there. */
export default async function OwnerLayout({ children }: { children: ReactNode }) {
  const { role } = await requireAccess()
  if (!canDo(role, 'own')) notFound()
  return children
}
