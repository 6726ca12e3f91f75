'use client'

import { Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconExternalLink } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { FormFault } from '../form-fault.tsx'
import { Link } from '../navigation.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { nameSubject, tellOutcome } from '../texts/headline.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import { canResend } from '../transmission/can-resend.ts'
import type { LoadToday } from '../transmission/compare-section.tsx'
import type { CloseTransmission } from '../transmission/decision-notice.tsx'
import { ResendButton } from '../transmission/resend-button.tsx'
import type { ResendTransmission } from '../transmission/resend-form.tsx'
import { TransmissionContent } from '../transmission/transmission-content.tsx'
import classes from './peek-drawer.module.css'
import { type LoadTransmission, useLoadedDetail } from './use-loaded-detail.ts'
import { OTHER_WINDOW } from './use-log-keys.ts'

const TEXTS = LOG_TEXTS.peekDrawer

export type PeekDeeds = {
  load: LoadTransmission
  resend: ResendTransmission
  close: CloseTransmission
  loadToday: LoadToday
}

type PeekDrawerProps = {
  id: string
  canEdit: boolean
  deeds: PeekDeeds
  /** The window that asks what to send again is to open as soon as it can. */
  isResendWished: boolean
  onResendAsked: () => void
  /** -1 for the row above, 1 for the one below. */
  onStep: (by: -1 | 1) => void
  onClose: () => void
}

/** One transmission beside the log, with all that its own page shows. */
export function PeekDrawer(props: PeekDrawerProps) {
  const { id, canEdit, deeds, onStep, onClose } = props
  const { answer, isCurrent, reload } = useLoadedDetail(id, deeds.load)
  const transmission = answer?.kind === 'done' ? answer.value : null
  const reloading = withReload(deeds, reload)
  const resendButton = useWishedResend(props, transmission !== null && isCurrent)
  useEscape(onClose)
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={false}
      position="right"
      size={780}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.18 }}
      title={transmission === null ? TEXTS.title : nameSubject(transmission)}
      closeButtonProps={{ 'aria-label': TEXTS.close }}
      attributes={{ header: { role: 'presentation' }, content: { 'data-peek': true } }}
      classNames={{ title: classes.title, body: classes.body }}
    >
      <Group gap="xs" mb="md" className={classes.tools}>
        <Button
          component={Link}
          href={`/log/${id}`}
          size="xs"
          leftSection={<OpenIcon />}
          data-autofocus
        >
          {TEXTS.openPage}
        </Button>
        {transmission !== null && isCurrent && canResend(transmission, canEdit) && (
          <span ref={resendButton}>
            <ResendButton
              key={id}
              transmission={transmission}
              label={transmission.status === 'retrying' ? TEXTS.sendNow : TEXTS.resend}
              resend={reloading.resend}
            />
          </span>
        )}
        <Group gap={4} ml="auto" wrap="nowrap">
          <Step
            label={TEXTS.rowAbove}
            icon={<IconArrowUp size={16} />}
            onClick={() => onStep(-1)}
          />
          <Step
            label={TEXTS.rowBelow}
            icon={<IconArrowDown size={16} />}
            onClick={() => onStep(1)}
          />
        </Group>
      </Group>
      {answer?.kind === 'refused' && <FormFault fault={answer.reason} />}
      {answer === null && <PeekSkeleton />}
      {transmission !== null && (
        <div className={classes.content} data-loading={!isCurrent || undefined}>
          <Headline transmission={transmission} />
          <TransmissionContent
            key={transmission.id}
            transmission={transmission}
            canEdit={canEdit}
            loadToday={deeds.loadToday}
            {...reloading}
          />
        </div>
      )}
    </Drawer>
  )
}

/** Mantine has one press of Escape close every window that is open; here the one above the drawer, which has the focus then, goes first. */
function useEscape(onClose: () => void): void {
  useWindowEvent(
    'keydown',
    ({ key, isComposing, target }) => {
      if (key !== 'Escape' || isComposing || !(target instanceof Element)) return
      const isElsewhere = target.closest(OTHER_WINDOW) !== null
      // What has a list open, such as a select, closes that first.
      const isKept = target.getAttribute('data-mantine-stop-propagation') === 'true'
      if (!isElsewhere && !isKept) onClose()
    },
    { capture: true },
  )
}

/** Presses the button that is there once the transmission is; one that may not be sent again has none. */
function useWishedResend({ isResendWished, onResendAsked }: PeekDrawerProps, isReady: boolean) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!isResendWished || !isReady) return
    place.current?.querySelector('button')?.click()
    onResendAsked()
  }, [isResendWished, isReady, onResendAsked])
  return place
}

/** What was changed here shows here, too. */
function withReload({ resend, close }: PeekDeeds, reload: () => void) {
  return {
    resend: async (...args: Parameters<typeof resend>) => {
      const result = await resend(...args)
      reload()
      return result
    },
    close: async (...args: Parameters<typeof close>) => {
      const result = await close(...args)
      reload()
      return result
    },
  }
}

function Headline({ transmission }: { transmission: TransmissionDetail }) {
  const { status, reason, description } = transmission
  return (
    <Stack gap={6} mb="md" className={classes.headline}>
      <Group gap="xs">
        <StatusBadge status={status} />
        <Text size="sm" fw={600}>
          {TEXTS.it(tellOutcome(transmission))}
        </Text>
      </Group>
      {reason !== null && <Text size="sm">{reason}</Text>}
      <Text size="sm" c="dimmed">
        {description}
      </Text>
    </Stack>
  )
}

function OpenIcon() {
  return <IconExternalLink size={15} stroke={1.8} aria-hidden />
}

function Step(props: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Button
      variant="default"
      size="xs"
      px={8}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      {props.icon}
    </Button>
  )
}

function PeekSkeleton() {
  return (
    <Stack role="status" aria-label={TEXTS.loading}>
      <Skeleton h={22} w="60%" />
      <Skeleton h={120} />
      <Skeleton h={220} />
    </Stack>
  )
}
