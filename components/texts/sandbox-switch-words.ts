import type { SandboxView } from '#lib/domain/sandbox.ts'
import { counted } from './plural.ts'

export type SwitchWords = { title: string; consequences: string[]; confirm: string; cancel: string }

type Standing = Pick<SandboxView, 'waiting' | 'isNewToLive'> & { hasKey: boolean }

/** What entering the sandbox leads to, for the person who is asked to confirm it. */
export function wordsOfEntering({ waiting }: Standing): SwitchWords {
  return {
    title: 'Enter the sandbox?',
    consequences: [
      'From now on nothing goes to ONTRAPORT. What UltraCart reports is handled as always, and a receiver inside Relay answers.',
      ...when(
        waiting.live > 0,
        `${counted(waiting.live, { one: 'message not gone out yet waits', other: 'messages not gone out yet wait' })} until you go live again; nothing is lost.`,
      ),
      'Orders that arrive in the sandbox do not count as told: after going live, they go out only when UltraCart reports them again.',
    ],
    confirm: 'Enter the sandbox',
    cancel: 'Stay live',
  }
}

/** What going live leads to. */
export function wordsOfLeaving({ waiting, isNewToLive, hasKey }: Standing): SwitchWords {
  return {
    title: 'Go live?',
    consequences: [
      'From now on every message goes to ONTRAPORT.',
      ...when(!hasKey, 'No ONTRAPORT key is saved yet, so messages wait until you enter one.'),
      isNewToLive
        ? 'Orders placed before this moment tell nothing: the start date becomes now. You can set an earlier one under Relay rules.'
        : 'The start date stays as it is. Orders that came in meanwhile go out when UltraCart reports them again.',
      ...when(
        waiting.sandbox > 0,
        `${counted(waiting.sandbox, { one: 'message still open in the sandbox is', other: 'messages still open in the sandbox are' })} skipped. Nothing of the sandbox is ever sent to ONTRAPORT.`,
      ),
      ...when(
        waiting.live > 0,
        `${counted(waiting.live, { one: 'message from before the sandbox goes', other: 'messages from before the sandbox go' })} out now, or once paid.`,
      ),
      'The items of the sample store are taken away; its entries stay in the log, marked as Sandbox.',
    ],
    confirm: 'Go live',
    cancel: 'Stay in the sandbox',
  }
}

function when(isSo: boolean, text: string): string[] {
  return isSo ? [text] : []
}
