import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AppSection } from '#components/integration/app-section.tsx'
import { WaySection } from '#components/integration/way-section.tsx'
import { AttemptCalls } from '#components/transmission/attempt-calls.tsx'

function textOf(content: ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{content}</MantineProvider>)
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

const refuse = async () => ({ kind: 'refused', reason: 'Not here.' }) as const

const way = (given: { way: 'receiver' | 'rest'; canEdit: boolean }) =>
  textOf(<WaySection {...given} hasApp={false} saveApp={refuse} chooseWay={refuse} />)

test('whoever may edit can choose the other way, and nobody else', () => {
  expect(way({ way: 'receiver', canEdit: true })).toContain('Enter App ID and key…')
  expect(way({ way: 'rest', canEdit: true })).toContain('Use the receiver')
  const shown = way({ way: 'rest', canEdit: false })
  expect(shown).toContain('In use')
  expect(shown).not.toContain('Use the')
})

test('of the App ID only a hint is shown', () => {
  const text = textOf(
    <AppSection appIdHint="••••-id" canEdit={true} saveApp={refuse} testKey={refuse} />,
  )
  expect(text).toContain('••••-id')
  expect(text).toContain('Test connection')
})

test('an attempt lists its calls with what was sent and answered, one under way too', () => {
  const call = {
    method: 'GET',
    path: '/Products?condition=%5B%7B%22name%22%3A%22Green+Tea%22%7D%5D',
    request: null,
    startedAt: '2026-11-20T10:00:00.500Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    reason: null,
    responseCode: 200,
    responseHeaders: {},
    responseBody: '{"code":0}',
  }
  const open = { ...call, method: 'PUT', finishedAt: null, responseCode: null, responseBody: null }
  const text = textOf(<AttemptCalls calls={[call, open]} />)
  expect(text).toContain('The 2 calls')
  expect(text).toContain('Green Tea')
  expect(text).toContain('code 200')
  expect(text).toContain('no answer')
})
