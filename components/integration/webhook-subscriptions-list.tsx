'use client'

import { CopyField } from '../copy-field.tsx'
import classes from './webhook-section.module.css'
import { SUBSCRIPTIONS } from './webhook-subscriptions.ts'

export function WebhookSubscriptions() {
  return (
    <div className={classes.kinds}>
      {SUBSCRIPTIONS.map(({ kind, events, expansions }) => (
        <div key={kind} className={classes.kind}>
          <div className={classes.kindName}>{kind}</div>
          <CopyField label={`${kind}: events`} value={events.join(',')} shown={events.join(', ')} />
          <CopyField
            label={`${kind}: expansions`}
            value={expansions.join(',')}
            shown={expansions.join(', ')}
          />
        </div>
      ))}
    </div>
  )
}
