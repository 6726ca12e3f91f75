import {
  type Expression,
  type JSXAttributeValue,
  type JSXChild,
  type JSXEmptyExpression,
  parseSync,
  Visitor,
} from 'oxc-parser'

const ATTRIBUTES = ['aria-label', 'alt', 'description', 'label', 'placeholder', 'title']
type Shown = Expression | JSXAttributeValue | JSXChild | JSXEmptyExpression

const LETTERS = /\p{L}/u

/** Every English text that stands in a file's markup instead of in components/texts: `PATH:LINE: text`. */
export function findLiteralTexts(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source)
  if (errors[0] !== undefined) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const found = new Map<number, string>()
  const note = (node: Shown): void => {
    for (const { start, text } of textsOf(node)) found.set(start, text)
  }
  new Visitor({
    JSXElement: ({ children }) => children.forEach(note),
    JSXFragment: ({ children }) => children.forEach(note),
    JSXAttribute: ({ name, value }) => {
      if (value !== null && name.type === 'JSXIdentifier' && ATTRIBUTES.includes(name.name))
        note(value)
    },
  }).visit(program)
  return [...found]
    .filter(([, text]) => LETTERS.test(text))
    .map(([start, text]) => `${path}:${lineAt(source, start)}: ${text.trim()}`)
}

type Text = { start: number; text: string }

/** The texts that this can come to, through conditions and defaults. */
function textsOf(node: Shown): Text[] {
  switch (node.type) {
    case 'JSXText':
      return [{ start: node.start, text: node.value }]
    case 'Literal':
      return typeof node.value === 'string' ? [{ start: node.start, text: node.value }] : []
    case 'TemplateLiteral':
      return [{ start: node.start, text: node.quasis.map(({ value }) => value.cooked).join('…') }]
    case 'JSXExpressionContainer':
      return textsOf(node.expression)
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)]
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)]
    default:
      return []
  }
}

function lineAt(source: string, start: number): number {
  return source.slice(0, start).split('\n').length
}
