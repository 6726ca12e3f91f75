import { signUp } from '#tests/support/sign-up.ts'
import type { Store } from './stores.ts'

/** Signed up a moment ago; nothing has come in yet. */
export const EMPTY_STORE: Store = {
  merchantId: 'SHOP1',
  fill: async (stage) => {
    const page = await stage.openPage()
    await signUp(page, { setupLink: stage.setUpLink })
    return { page, places: {} }
  },
}
