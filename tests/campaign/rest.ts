import { runRestCampaign } from '#tests/support/rest-campaign/run-rest-campaign.ts'
import type { CampaignOptions, Figures } from './figures.ts'

/** Orders by ONTRAPORT's API while calls of every kind go wrong and workers are killed. */
export async function campaignRest({ orders, seed }: CampaignOptions): Promise<Figures> {
  const run = await runRestCampaign({ orders, seed })
  return {
    part: 'rest',
    counts: {
      orders: run.orders,
      calls: run.calls,
      'calls spoilt': run.spoilt,
      'workers killed': run.workersKilled,
      'calls in any 60 s, at the most': run.mostInAMinute,
      'calls in 60 s, allowed': run.allowedAMinute,
      seconds: run.seconds,
    },
    faults: run.faults,
  }
}
