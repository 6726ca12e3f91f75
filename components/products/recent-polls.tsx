'use client'

import { Anchor, List, Text } from '@mantine/core'
import type { RecentPoll } from '#lib/domain/item-feed.ts'
import { Badge } from '../badge.tsx'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { Ago } from '../time/moment.tsx'

const TEXTS = PRODUCTS_TEXTS.recentPolls

/** Who read the feed last, each with a way to what was answered. */
export function RecentPolls({ polls }: { polls: RecentPoll[] }) {
  if (polls.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {TEXTS.nobodyHasPolledThe}
      </Text>
    )
  return (
    <div>
      <Text size="xs" fw={560} c="dimmed" mb={4} component="h3">
        {TEXTS.latestPolls}
      </Text>
      <List size="sm" spacing={4} listStyleType="none">
        {polls.map((poll) => (
          <List.Item key={poll.id}>
            <Badge tone={poll.isComplete ? 'good' : 'bad'}>{poll.responseCode}</Badge>{' '}
            <Anchor component={Link} href={`/log/${poll.id}`} inherit>
              {poll.description}
            </Anchor>
            {', '}
            <Ago at={poll.at} />
          </List.Item>
        ))}
      </List>
      <Anchor component={Link} href={logPath({ type: 'item-fetch' })} size="sm">
        {TEXTS.allPollsInThe}
      </Anchor>
    </div>
  )
}
