'use client'

import { SUBSCRIPTIONS } from '#lib/domain/webhook-subscriptions.ts'
import { CopyField } from '../copy-field.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import classes from './webhook-section.module.css'

const TEXTS = WEBHOOK_TEXTS.webhookSubscriptionsList

export function WebhookSubscriptions() {
  return (
    <div className={classes.kinds}>
      {SUBSCRIPTIONS.map(({ title, events, expansions }) => (
        <div key={title} className={classes.kind}>
          <div className={classes.kindName}>{title}</div>
          <CopyField
            label={TEXTS.events(title)}
            value={events.join(',')}
            shown={events.join(', ')}
          />
          <CopyField
            label={TEXTS.expansions(title)}
            value={expansions.join(',')}
            shown={expansions.join(', ')}
          />
        </div>
      ))}
    </div>
  )
}
