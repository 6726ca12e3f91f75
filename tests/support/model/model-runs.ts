import { chooseSeed } from '../random.ts'

/** How often and with which seed a model is run; `SEED` and `MODEL_TIMES` (ten in a campaign) of the environment decide. */
export function modelRuns(name: string, runs: number): { seed: number; numRuns: number } {
  const seed = chooseSeed()
  const numRuns = runs * Number(process.env.MODEL_TIMES ?? 1)
  process.stdout.write(`model of an ${name}: ${numRuns} runs, SEED=${seed}\n`)
  return { seed, numRuns }
}
