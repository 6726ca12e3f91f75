import { expect, test, vi } from 'vitest'
import {
  askFirst,
  closeQuestion,
  currentQuestion,
  watchQuestions,
} from '#components/dialog/questions.ts'

const QUESTION = {
  title: 'Remove it?',
  consequence: 'It is gone.',
  confirm: 'Remove',
  cancel: 'Keep',
}

test('a question is told to who shows it, and its words stay while its window goes', () => {
  const shown = vi.fn()
  const stop = watchQuestions(shown)
  const act = vi.fn()
  askFirst(QUESTION, act)
  expect(currentQuestion()).toEqual({ question: QUESTION, act, isOpen: true })
  closeQuestion()
  expect(currentQuestion()).toEqual({ question: QUESTION, act, isOpen: false })
  expect(shown).toHaveBeenCalledTimes(2)
  expect(act).not.toHaveBeenCalled()
  stop()
  askFirst(QUESTION, act)
  expect(shown).toHaveBeenCalledTimes(2)
})
