'use client'

import { SUBSCRIPTIONS } from '#lib/domain/webhook-subscriptions.ts'
import { CopyField } from '../copy-field.tsx'
import classes from './webhook-section.module.css'

export function WebhookSubscriptions() {
  return (
    <div className={classes.kinds}>
      {SUBSCRIPTIONS.map(({ title, events, expansions }) => (
        <div key={title} className={classes.kind}>
          <div className={classes.kindName}>{title}</div>
          <CopyField
            label={`${title}: events`}
            value={events.join(',')}
            shown={events.join(', ')}
          />
          <CopyField
            label={`${title}: expansions`}
            value={expansions.join(',')}
            shown={expansions.join(', ')}
          />
        </div>
      ))}
    </div>
  )
}
