import type { AlertChannelView, AlertChannelWish, ChannelTest } from '#lib/domain/alert-channel.ts'
import type { Deed } from '../use-deed.ts'

export type AlertDeeds = {
  save: Deed<[wish: AlertChannelWish], AlertChannelView>
  remove: Deed<[id: string], null>
  test: Deed<[id: string], ChannelTest>
  saveHour: Deed<[hour: number], null>
}
