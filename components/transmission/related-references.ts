import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'

const TEXTS = TRANSMISSION_TEXTS.relatedReferences
/** Something else in the log that a transmission is about, by its reference. */
export type RelatedReference = { label: string; reference: string }

/** The auto order of an order, the first order of an auto order or a rebill: what the snapshot names beside itself. */
export function relatedReferences(snapshot: unknown, own: string): RelatedReference[] {
  const named = [
    { label: TEXTS.autoOrder, reference: textAt(snapshot, ['order', 'autoOrder', 'code']) },
    {
      label: TEXTS.firstOrder,
      reference: textAt(snapshot, ['order', 'autoOrder', 'originalOrderId']),
    },
    { label: TEXTS.firstOrder, reference: textAt(snapshot, ['autoOrder', 'originalOrderId']) },
  ]
  return named.filter(({ reference }) => reference !== '' && reference !== own)
}

function textAt(value: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>((inner, name) => fieldOf(inner, name), value)
  return typeof found === 'string' ? found : ''
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
