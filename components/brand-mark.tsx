import { Group, Text } from '@mantine/core'
import { SHARED_TEXTS } from './texts/shared.ts'

/** The product's sign: a point that passes on what it gets. */
export function BrandMark() {
  return (
    <Group gap={10} wrap="nowrap">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#2f5cad" />
        <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
          <path d="M13 16h10" />
          <path d="m19 11.5 4.5 4.5-4.5 4.5" />
        </g>
        <circle cx="9" cy="16" r="2.6" fill="#fff" />
      </svg>
      <Text fw={680} size="lg" lh={1} style={{ letterSpacing: '-0.02em' }}>
        {SHARED_TEXTS.brandMark.relay}
      </Text>
    </Group>
  )
}
