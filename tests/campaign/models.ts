import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { CampaignOptions, Figures } from './figures.ts'

const ROOT = join(import.meta.dirname, '../..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const MODELS = ['tests/unit/domain/model.test.ts', 'tests/integration/model.test.ts']

/** The model tests of every change, as many times over as asked for. */
export async function campaignModels({ runs, seed }: CampaignOptions): Promise<Figures> {
  const { status, stdout } = spawnSync(process.execPath, [VITEST, 'run', ...MODELS], {
    cwd: ROOT,
    env: { ...process.env, MODEL_TIMES: String(runs), SEED: String(seed) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  console.log(stdout)
  const counts = [...stdout.matchAll(/^model of an (.*): (\d+) runs/gm)].map(
    ([, name = '', count]) => [name, Number(count)] as const,
  )
  return {
    part: 'models',
    counts: Object.fromEntries(counts),
    faults: status === 0 ? [] : ['A model and the product disagree: see above'],
  }
}
