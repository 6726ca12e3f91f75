import type { MadeToken } from '#lib/domain/api-token.ts'
import type { Deed } from '../use-deed.ts'

export type TokenDeeds = {
  add: Deed<[name: string], MadeToken>
  revoke: Deed<[id: string], null>
}
