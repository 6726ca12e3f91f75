import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { PageSkeleton } from '#components/page-skeleton.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { TransmissionScreen } from '#components/transmission/transmission-screen.tsx'
import { requireAccess } from '#lib/auth.ts'
import { type Access, canDo } from '#lib/domain/access.ts'
import { cutForScreen } from '#lib/domain/cut-for-screen.ts'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { hasTransmission } from '#lib/services/has-transmission.ts'
import { close, loadToday, resend } from './actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.transmission }

type TransmissionPageProps = { params: Promise<{ id: string }> }

export default async function TransmissionPage({ params }: TransmissionPageProps) {
  const access = await requireAccess()
  const { id } = await params
  // Once the skeleton is on its way, the answer can no longer be a 404.
  if (!(await hasTransmission(access, id))) notFound()
  return (
    <Suspense key={id} fallback={<PageSkeleton />}>
      <LoadedTransmission access={access} id={id} />
    </Suspense>
  )
}

async function LoadedTransmission({ access, id }: { access: Access; id: string }) {
  const transmission = await getTransmission(access, id).catch(answerNotFound)
  return (
    <TransmissionScreen
      transmission={cutForScreen(transmission)}
      canEdit={canDo(access.role, 'edit')}
      resend={resend}
      close={close}
      loadToday={loadToday}
    />
  )
}

function answerNotFound(error: unknown): TransmissionDetail {
  if (error instanceof AppError && error.code === 'not-found') notFound()
  throw error
}
