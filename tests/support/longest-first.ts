import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Minutes each, most of them spent waiting. */
const LONGEST = ['kill', 'hostile-payloads', 'reconcile', 'transmission', 'keeping', 'doors']

/** Starts the browser tests that take longest first, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const first = LONGEST.flatMap((name) => sorted.filter((file) => isNamed(file, name)))
    return [...first, ...sorted.filter((file) => !first.includes(file))]
  }
}

function isNamed({ moduleId, project }: TestSpecification, name: string): boolean {
  return project.name === 'e2e' && basename(moduleId) === `${name}.test.ts`
}
