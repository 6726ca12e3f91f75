/** A piece of HTML whose texts are escaped. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

type Filling = string | number | Markup | readonly Markup[]

/** HTML with what is filled in shown as text, save for what is markup itself. */
export function html(parts: TemplateStringsArray, ...fillings: Filling[]): Markup {
  const source = parts.map((part, index) => part + fill(fillings[index]))
  return new Markup(source.join(''))
}

function fill(filling: Filling | undefined): string {
  if (filling === undefined) return ''
  if (filling instanceof Markup) return filling.source
  if (typeof filling === 'object') return filling.map(({ source }) => source).join('')
  return escapeText(String(filling))
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
