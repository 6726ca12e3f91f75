import {
  IconAlertTriangle,
  IconBellOff,
  IconCircleCheck,
  IconClockHour4,
  IconFlask2,
  IconKey,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '../texts/words.ts'
import type { Health } from './judge-health.ts'

type Look = { title: string; advice: string; tone: Tone; Icon: TablerIcon }

/** How each state of the relay is said and shown. */
export const HEALTH_LOOKS: Record<Exclude<Health, 'paused' | 'unreachable'>, Look> = {
  sandbox: {
    title: 'In the sandbox',
    advice: 'What is shown here is the sandbox’s. ONTRAPORT hears nothing until you go live.',
    tone: 'ask',
    Icon: IconFlask2,
  },
  'no-key': {
    title: 'One thing is missing: the ONTRAPORT key',
    advice: 'Orders are taken in already; they wait until a key is saved.',
    tone: 'retry',
    Icon: IconKey,
  },
  'nothing-arrived': {
    title: 'Ready, and waiting for the first event from UltraCart',
    advice: 'Add the webhook in UltraCart; the first order shows here within seconds.',
    tone: 'wait',
    Icon: IconClockHour4,
  },
  attention: {
    title: 'Working, but some messages need attention',
    advice: 'New orders are relayed. What is listed below needs somebody.',
    tone: 'retry',
    Icon: IconAlertTriangle,
  },
  'store-silent': {
    title: 'UltraCart has gone silent',
    advice: 'What arrived was relayed. Below is what to look at.',
    tone: 'retry',
    Icon: IconBellOff,
  },
  'nothing-sent': {
    title: 'Connected; nothing had to be sent yet',
    advice: 'The first paid order goes to ONTRAPORT by itself.',
    tone: 'busy',
    Icon: IconClockHour4,
  },
  working: {
    title: 'Everything works',
    advice: 'UltraCart reports, ONTRAPORT accepts, nothing needs attention.',
    tone: 'good',
    Icon: IconCircleCheck,
  },
}
