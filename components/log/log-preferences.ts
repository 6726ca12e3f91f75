import { COLUMN_IDS, type ColumnId } from '../texts/column-words.ts'

/** How one person likes the log to look. */
export type LogPreferences = {
  hiddenColumns: ColumnId[]
  isDense: boolean
  /** Times in UTC instead of the merchant's zone. */
  isUtc: boolean
  isLive: boolean
  /** The chart and the reasons above the list. */
  areFiguresShown: boolean
}

/**
 * Kept in a cookie of the browser, not in its storage: the server has to know
 * the columns before it draws them, or the page would jump.
 */
export const PREFERENCES_COOKIE = 'relay-log'

const DEFAULT_PREFERENCES: LogPreferences = {
  hiddenColumns: ['email'],
  isDense: false,
  isUtc: false,
  isLive: true,
  areFiguresShown: true,
}

/** Reads what `writePreferences` wrote; anything else gives the defaults. */
export function readPreferences(text: string | undefined): LogPreferences {
  const given = new URLSearchParams(text ?? '')
  const hidden = given.get('hidden')?.split(',')
  return {
    hiddenColumns:
      hidden === undefined
        ? DEFAULT_PREFERENCES.hiddenColumns
        : COLUMN_IDS.filter((id) => hidden.includes(id)),
    isDense: given.get('dense') === '1',
    isUtc: given.get('utc') === '1',
    isLive: given.get('live') !== '0',
    areFiguresShown: given.get('figures') !== '0',
  }
}

export function writePreferences(preferences: LogPreferences): string {
  const { hiddenColumns, isDense, isUtc, isLive, areFiguresShown } = preferences
  return new URLSearchParams({
    hidden: hiddenColumns.join(','),
    dense: isDense ? '1' : '0',
    utc: isUtc ? '1' : '0',
    live: isLive ? '1' : '0',
    figures: areFiguresShown ? '1' : '0',
  }).toString()
}
