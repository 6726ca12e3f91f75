/**
 * A description without markup: elements of HTML that shop editors write are
 * taken out, white space is one blank. What merely looks like markup, such as
 * `Cable <3 m`, stays.
 */
export function toPlainText(description: string): string {
  return description.replace(ELEMENT, ' ').replace(/\s+/gu, ' ').trim()
}

const ELEMENT =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/giu
