import { fuzzDoors } from '#tests/fuzz/fuzz-doors.ts'
import type { CampaignOptions, Figures } from './figures.ts'

/** Nonsense at every door for as many minutes as asked for. */
export async function campaignFuzz({ minutes, seed }: CampaignOptions): Promise<Figures> {
  const { requestCount, answers, faults, logged, heapMb, isReady } = await fuzzDoors({
    seed,
    durationMs: minutes * 60_000,
  })
  console.log(JSON.stringify(answers, null, 2))
  return {
    part: 'fuzz',
    counts: {
      requests: requestCount,
      'heap MB, early': heapMb.early,
      'heap MB, late': heapMb.late,
    },
    faults: [
      ...faults.map(({ door, twist, why }) => `${door}, ${twist}: ${why}`),
      ...logged,
      ...(isReady ? [] : ['The product was not ready afterwards']),
    ],
  }
}
