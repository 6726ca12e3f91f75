'use client'

import { Stack } from '@mantine/core'
import type { TransmissionDetail, TransmissionType } from '#lib/domain/transmission.ts'
import { HelpNote } from '../help/help-note.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { AnswerSection } from './answer-section.tsx'
import { CompareSection, type LoadToday } from './compare-section.tsx'
import { type CloseTransmission, DecisionNotice } from './decision-notice.tsx'
import { Facts } from './facts.tsx'
import { LinesSection } from './lines-section.tsx'
import { PixelSection } from './pixel-section.tsx'
import { RemovedNotice } from './removed-notice.tsx'
import { RequestSection } from './request-section.tsx'
import { ResendButton } from './resend-button.tsx'
import type { ResendTransmission } from './resend-form.tsx'
import { SnapshotSection } from './snapshot-section.tsx'
import { StopButton } from './stop-button.tsx'
import { StreamSection } from './stream-section.tsx'
import { TimelineSection } from './timeline-section.tsx'
import classes from './transmission-content.module.css'

type TransmissionContentProps = {
  transmission: TransmissionDetail
  canEdit: boolean
  resend: ResendTransmission
  close: CloseTransmission
  /** Without it there is no comparison with today's names. */
  loadToday?: LoadToday
}

const WAITS_FOR_PAYMENT = new Set<string>(['stage-before-payment', 'payment-not-processed'])
const HAS_TOTALS = new Set<TransmissionType>(['sale', 'refund'])
const CAME_TO_US = new Set<TransmissionType>(['item-fetch', 'pixel'])

/** All that is known of a transmission, below its headline: on its page and in the drawer beside the log. */
export function TransmissionContent(props: TransmissionContentProps) {
  const { transmission, canEdit, loadToday, ...deeds } = props
  const { isRequestPreview, lines, currency } = transmission
  const isPixel = transmission.type === 'pixel'
  const isIncoming = CAME_TO_US.has(transmission.type)
  return (
    <div className={classes.frame}>
      <div className={classes.columns}>
        <Stack gap="lg" className={classes.main}>
          <RemovedNotice removed={transmission.removed} />
          <DecisionNotice transmission={transmission} canEdit={canEdit} {...deeds} />
          {WAITS_FOR_PAYMENT.has(transmission.reasonCode ?? '') && (
            <HelpNote topic="no-customer-data" />
          )}
          {!isIncoming && (
            <LinesSection lines={lines} currency={currency} isPreview={isRequestPreview} />
          )}
          {lines.some((line) => line.isDuplicateName) && <HelpNote topic="item-twice" />}
          {isPixel ? (
            <PixelSection transmission={transmission} />
          ) : (
            <>
              <RequestSection transmission={transmission} isIncoming={isIncoming} />
              <AnswerSection
                isRemoved={transmission.removed !== null}
                response={transmission.response}
                isIncoming={isIncoming}
                hasAttempts={transmission.attempts.length > 0}
              />
              {!isIncoming && loadToday !== undefined && (
                <CompareSection transmission={transmission} loadToday={loadToday} />
              )}
            </>
          )}
          <SnapshotSection transmission={transmission} />
        </Stack>
        <Stack gap="lg" className={classes.side}>
          <Facts transmission={transmission} />
          {HAS_TOTALS.has(transmission.type) && <HelpNote topic="totals" />}
          {!isPixel && (
            <TimelineSection
              transmission={transmission}
              nextActions={canEdit && <NextActions transmission={transmission} {...deeds} />}
            />
          )}
          <StreamSection transmission={transmission} />
        </Stack>
      </div>
    </div>
  )
}

type NextActionsProps = Pick<TransmissionContentProps, 'transmission' | 'resend' | 'close'>

function NextActions({ transmission, resend, close }: NextActionsProps) {
  return (
    <>
      <ResendButton
        transmission={transmission}
        label={TRANSMISSION_TEXTS.transmissionContent.sendNow}
        size="xs"
        resend={resend}
      />
      <StopButton transmission={transmission} close={close} />
    </>
  )
}
