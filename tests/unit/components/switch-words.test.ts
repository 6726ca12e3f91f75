import { describe, expect, test } from 'vitest'
import { wordsOfEntering, wordsOfLeaving } from '#components/texts/sandbox-switch-words.ts'

const standing = { waiting: { live: 0, sandbox: 0 }, isNewToLive: true, hasKey: true }
const text = ({ consequences }: { consequences: string[] }) => consequences.join('\n')

describe('before the sandbox is entered', () => {
  test('it is said that nothing goes to ONTRAPORT', () => {
    expect(text(wordsOfEntering(standing))).toContain('nothing goes to ONTRAPORT')
  })

  test('what waits for ONTRAPORT is counted, and that it waits on', () => {
    const waiting = { live: 1, sandbox: 0 }
    expect(text(wordsOfEntering({ ...standing, waiting }))).toContain(
      '1 message not gone out yet waits until you go live again',
    )
  })
})

describe('before a store goes live', () => {
  test('for the first time, it is said that the start date becomes now', () => {
    expect(text(wordsOfLeaving(standing))).toContain('the start date becomes now')
  })

  test('again, it is said that the start date stays', () => {
    expect(text(wordsOfLeaving({ ...standing, isNewToLive: false }))).toContain(
      'The start date stays as it is',
    )
  })

  test('what the sandbox has open and what waits for ONTRAPORT are counted', () => {
    const words = text(wordsOfLeaving({ ...standing, waiting: { live: 2, sandbox: 1 } }))
    expect(words).toContain('1 message still open in the sandbox is skipped')
    expect(words).toContain('2 messages from before the sandbox go out now, or once paid')
  })

  test('a missing key is named', () => {
    expect(text(wordsOfLeaving(standing))).not.toContain('No ONTRAPORT key')
    expect(text(wordsOfLeaving({ ...standing, hasKey: false }))).toContain('No ONTRAPORT key')
  })
})
