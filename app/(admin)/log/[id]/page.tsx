import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TransmissionScreen } from '#components/transmission/transmission-screen.tsx'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { close, resend } from './actions.ts'

export const metadata: Metadata = { title: 'Transmission' }

type TransmissionPageProps = { params: Promise<{ id: string }> }

export default async function TransmissionPage({ params }: TransmissionPageProps) {
  const access = await requireAccess()
  const { id } = await params
  const transmission = await getTransmission(access, id).catch(answerNotFound)
  return (
    <TransmissionScreen
      key={id}
      transmission={transmission}
      canEdit={canDo(access.role, 'edit')}
      resend={resend}
      close={close}
    />
  )
}

function answerNotFound(error: unknown): TransmissionDetail {
  if (error instanceof AppError && error.code === 'not-found') notFound()
  throw error
}
