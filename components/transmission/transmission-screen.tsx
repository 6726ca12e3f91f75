'use client'

import { Button, Group } from '@mantine/core'
import type { TransmissionDetail, TransmissionStatus } from '#lib/domain/transmission.ts'
import { LiveRefresh } from '../live-refresh.tsx'
import { Link } from '../navigation.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { canResend } from './can-resend.ts'
import type { LoadToday } from './compare-section.tsx'
import type { CloseTransmission } from './decision-notice.tsx'
import { ResendButton } from './resend-button.tsx'
import type { ResendTransmission } from './resend-form.tsx'
import { TransmissionContent } from './transmission-content.tsx'
import { TransmissionHeader } from './transmission-header.tsx'

const TEXTS = TRANSMISSION_TEXTS.transmissionScreen

type TransmissionScreenProps = {
  transmission: TransmissionDetail
  canEdit: boolean
  resend: ResendTransmission
  close: CloseTransmission
  loadToday: LoadToday
}

const MOVING: readonly TransmissionStatus[] = ['queued', 'sending', 'retrying', 'held']
const REFRESH_EVERY_MS = 3_000

export function TransmissionScreen({ transmission, canEdit, ...deeds }: TransmissionScreenProps) {
  const { status } = transmission
  return (
    <>
      {MOVING.includes(status) && <LiveRefresh everyMs={REFRESH_EVERY_MS} />}
      <TransmissionHeader
        transmission={transmission}
        action={
          <Group gap="xs">
            <Button component={Link} href={`/log/packet?id=${transmission.id}`} variant="default">
              {TEXTS.supportPacket}
            </Button>
            {canResend(transmission, canEdit) && (
              <ResendButton
                transmission={transmission}
                label={status === 'retrying' ? TEXTS.sendNow : TEXTS.resend}
                resend={deeds.resend}
              />
            )}
          </Group>
        }
      />
      <TransmissionContent transmission={transmission} canEdit={canEdit} {...deeds} />
    </>
  )
}
