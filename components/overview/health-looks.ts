import {
  IconAlertTriangle,
  IconBellOff,
  IconCircleCheck,
  IconClockHour4,
  IconFlask2,
  IconKey,
  IconLockX,
  type TablerIcon,
} from '@tabler/icons-react'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import type { Tone } from '../texts/words.ts'
import type { Health } from './judge-health.ts'

const TEXTS = OVERVIEW_TEXTS.healthLooks

type Look = { title: string; advice: string; tone: Tone; Icon: TablerIcon }

/** How each state of the relay is said and shown. */
export const HEALTH_LOOKS: Record<Exclude<Health, 'paused' | 'unreachable'>, Look> = {
  sandbox: {
    title: TEXTS.inTheSandbox,
    advice: TEXTS.whatIsShownHere,
    tone: 'ask',
    Icon: IconFlask2,
  },
  'no-key': {
    title: TEXTS.oneThingIsMissing,
    advice: TEXTS.ordersAreTakenIn,
    tone: 'retry',
    Icon: IconKey,
  },
  'turned-away': {
    title: TEXTS.ultracartIsTurnedAway,
    advice: TEXTS.compareBothOnIntegration,
    tone: 'bad',
    Icon: IconLockX,
  },
  'nothing-arrived': {
    title: TEXTS.readyAndWaitingFor,
    advice: TEXTS.addTheWebhookIn,
    tone: 'wait',
    Icon: IconClockHour4,
  },
  attention: {
    title: TEXTS.workingButSomeMessages,
    advice: TEXTS.newOrdersAreRelayed,
    tone: 'retry',
    Icon: IconAlertTriangle,
  },
  'store-silent': {
    title: TEXTS.ultracartHasGoneSilent,
    advice: TEXTS.whatArrivedWasRelayed,
    tone: 'retry',
    Icon: IconBellOff,
  },
  'nothing-sent': {
    title: TEXTS.connectedNothingHadTo,
    advice: TEXTS.theFirstPaidOrder,
    tone: 'busy',
    Icon: IconClockHour4,
  },
  working: {
    title: TEXTS.everythingWorks,
    advice: TEXTS.ultracartReportsOntraportAccepts,
    tone: 'good',
    Icon: IconCircleCheck,
  },
}
