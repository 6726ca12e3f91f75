import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { rotateFeedKey } from '#lib/services/rotate-feed-key.ts'
import type { Command } from './command.ts'

export const FEED_COMMANDS: Command[] = [
  {
    name: 'feed-key show',
    usage: 'ID',
    summary:
      'Shows a key of the item feed. Only hashes are kept, so it is a new one each time; the one before stays valid for 24 hours.',
    positionalCount: 1,
    options: [],
    run: async ({ positionals: [merchantId = ''] }) => {
      const access = await getOperatorAccess(merchantId)
      const { key, url, previousValidUntil } = await rotateFeedKey(access)
      return { merchantId, key, url, previousValidUntil }
    },
  },
]
