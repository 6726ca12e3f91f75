import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ExpansionGaps } from '#components/integration/expansion-gaps.tsx'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'

function render(gaps: ExpansionGap[]): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <ExpansionGaps gaps={gaps} />
    </MantineProvider>,
  )
}

test('each event is named with what it lacks and the whole list to copy', () => {
  const html = render([
    {
      eventName: 'order_create',
      missing: ['billing', 'summary'],
      expansions: ['billing', 'item', 'summary'],
      seenAt: '2026-11-25T10:00:00.000Z',
    },
  ])
  expect(html).toContain('order_create')
  expect(html).toContain('came without billing, summary')
  expect(html).toContain('billing,item,summary')
  expect(html).toContain('aria-label="Copy expansions of order_create"')
})

test('nothing is shown while nothing is missing', () => {
  expect(render([])).not.toContain('UltraCart')
})
