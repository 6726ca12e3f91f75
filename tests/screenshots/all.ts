/**
 * Pictures of every page: an empty, a full and an overfull store, light and dark,
 * wide and narrow, into `tests/screenshots/pictures`; and those that README and
 * docs/guide.md show, into `docs/screenshots`.
 *
 * npm run screenshots -- [--states empty,full,overfull] [--pages log,overview]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '#tests/support/browser.ts'
import { setup as buildOnce } from '#tests/support/build.ts'
import { removeOpenFolders } from '#tests/support/open-folder.ts'
import { PICTURED_PAGES, STATES, type State } from './pages.ts'
import { pictureStore } from './picture-store.ts'

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: STATES.join() },
    pages: { type: 'string', default: PICTURED_PAGES.map(({ name }) => name).join() },
  },
})
const names = values.pages.split(',')

await buildOnce()
const browser = await openBrowser()
for (const state of STATES.filter((one) => values.states.split(',').includes(one)))
  await pictureStore(browser, {
    state,
    pages: PICTURED_PAGES.filter(
      ({ name, states = STATES }) => names.includes(name) && has(states, state),
    ),
    folder: join(import.meta.dirname, 'pictures', state),
  })
await browser.close()
removeOpenFolders()

function has(states: readonly State[], state: State): boolean {
  return states.includes(state)
}
