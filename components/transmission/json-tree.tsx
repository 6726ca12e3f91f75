'use client'

import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import classes from './json-tree.module.css'

const TEXTS = TRANSMISSION_TEXTS.jsonTree

type JsonTreeProps = { name: string; value: unknown; isOpen?: boolean }

/** A value of JSON that opens level by level. */
export function JsonTree({ name, value, isOpen }: JsonTreeProps) {
  if (!isBranch(value))
    return (
      <div className={classes.leaf}>
        <span className={classes.name}>{name}</span>{' '}
        <span data-kind={value === null ? 'null' : typeof value} className={classes.value}>
          {value === null || value === '' ? '–' : String(value)}
        </span>
      </div>
    )
  const entries = Object.entries(value)
  return (
    <details className={classes.branch} open={isOpen}>
      <summary>
        <span className={classes.name}>{name}</span>{' '}
        <span className={classes.count}>{sayCount(value, entries.length)}</span>
      </summary>
      {entries.map(([key, child]) => (
        <JsonTree
          key={key}
          name={Array.isArray(value) ? `${Number(key) + 1}` : key}
          value={child}
        />
      ))}
    </details>
  )
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function sayCount(value: object, count: number): string {
  return Array.isArray(value) ? TEXTS.entries(count) : TEXTS.fields(count)
}
