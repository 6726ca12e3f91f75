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

/** A name in one line, without spaces around it. */
export function tidyViewName(name: string): string {
  return name.replaceAll('\0', '').trim().replaceAll(/\s+/g, ' ')
}

/** What is wrong with a tidy name; `null` when nothing is. */
export function checkViewName(name: string): string | null {
  return name === '' || name.length > LONGEST_VIEW_NAME
    ? `A view needs a name of 1 to ${LONGEST_VIEW_NAME} characters.`
    : null
}
