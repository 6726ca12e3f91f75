/** A view of the log that somebody keeps. */
export type LogView = {
  id: string
  name: string
  /** The filters as they stand in the address, without the question mark. */
  query: string
  /** Seen by all members of the merchant; otherwise by its owner alone. */
  isTeam: boolean
  isOwn: boolean
}

export const LONGEST_VIEW_NAME = 60
export const LONGEST_VIEW_QUERY = 1_500
/** Of one merchant's team, and of one person. */
export const MOST_VIEWS = 50

/** A name without spaces around it; `null` when nothing is left or it is too long. */
export function readViewName(text: string): string | null {
  const name = text.replaceAll('\0', '').trim().replaceAll(/\s+/g, ' ')
  return name === '' || name.length > LONGEST_VIEW_NAME ? null : name
}
