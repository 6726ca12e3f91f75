import type { Random } from '../random.ts'
import { deliverStory } from './deliver-story.ts'
import { type Story, tellStory } from './stories.ts'

export type Market = {
  /** Where the next delivery goes. */
  url: () => string
  /** The Authorization header of each merchant. */
  merchants: ReadonlyMap<string, string>
  random: Random
}

export type Customers = {
  /** Begins no further story; gives all of them once every delivery is acknowledged. */
  end(): Promise<Story[]>
}

const CUSTOMERS = 2

/** Some customers at once, each with one story after another. */
export function startCustomers({ url, merchants, random }: Market): Customers {
  let isOver = false
  const stories: Story[] = []
  const buying = Array.from({ length: CUSTOMERS }, async () => {
    while (!isOver) {
      const [merchantId, authorization] = pick([...merchants], random)
      const story = tellStory(merchantId, random)
      stories.push(story)
      await deliverStory({ url, authorization }, story)
    }
  })
  return {
    end: async () => {
      isOver = true
      await Promise.all(buying)
      return stories
    },
  }
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}
