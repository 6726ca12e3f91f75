import { Group, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { TABLE_TEXTS } from '../texts/transmission-table.ts'

const ROWS = [62, 48, 71, 55, 66, 44, 58, 69]

/** The shape of the rows while they load. */
export function TransmissionTableSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>{TABLE_TEXTS.transmissionTableSkeleton.loading}</VisuallyHidden>
      <Stack gap={22} p={20} aria-hidden>
        {ROWS.map((width) => (
          <Group key={width} wrap="nowrap" gap="lg">
            <Skeleton h={20} w={88} radius="xl" style={{ flex: 'none' }} />
            <Skeleton h={14} w={`${width}%`} />
            <Skeleton h={14} w={92} ml="auto" visibleFrom="sm" />
          </Group>
        ))}
      </Stack>
    </div>
  )
}
