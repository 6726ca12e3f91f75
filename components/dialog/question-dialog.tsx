'use client'

import { Button, Group, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { Dialog } from './dialog.tsx'
import { closeQuestion, currentQuestion, watchQuestions } from './questions.ts'

/** Stands once above all pages and shows what `askFirst` asks. */
export function QuestionDialog() {
  const asked = useSyncExternalStore(watchQuestions, currentQuestion, () => null)
  if (asked === null) return null
  const { question, act, isOpen } = asked
  const confirm = () => {
    closeQuestion()
    act()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closeQuestion}
      title={question.title}
      size={question.size ?? 'md'}
    >
      <Text size="sm" component="div" mb="md">
        {question.consequence}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={closeQuestion}>
          {question.cancel}
        </Button>
        <Button {...(question.isHarmful && { color: 'red.8' })} onClick={confirm}>
          {question.confirm}
        </Button>
      </Group>
    </Dialog>
  )
}
