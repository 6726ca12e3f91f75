/** The forms in which rows of the log can be taken away. */
export const LOG_FORMATS = ['csv', 'jsonl', 'xml'] as const
export type LogFormat = (typeof LOG_FORMATS)[number]
