'use client'

import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { REFERENCE_WORDS, TYPE_WORDS } from '../texts/words.ts'
import { Countdown } from '../time/countdown.tsx'
import { Moment } from '../time/moment.tsx'
import classes from './facts.module.css'

const TEXTS = TRANSMISSION_TEXTS.facts

export function Facts({ transmission }: { transmission: TransmissionDetail }) {
  const { type, reference, email, amountCents, currency, responseCode } = transmission
  return (
    <SectionCard title={TEXTS.title}>
      <dl className={classes.facts}>
        <Fact label={TEXTS.type}>{TYPE_WORDS[type]}</Fact>
        <Fact label={REFERENCE_WORDS[type]}>
          <Anchor
            component={Link}
            href={logPath({ reference })}
            title={TEXTS.allTransmissionsOfIt}
            inherit
          >
            {reference}
          </Anchor>
        </Fact>
        {amountCents !== null && currency !== null && (
          <Fact label={TEXTS.amount}>{formatAmount(amountCents, currency)}</Fact>
        )}
        {email !== null && (
          <Fact label={TEXTS.email}>
            <Anchor
              component={Link}
              href={logPath({ q: email })}
              title={TEXTS.allTransmissionsOfThis}
              inherit
            >
              {email}
            </Anchor>
          </Fact>
        )}
        {responseCode !== null && <Fact label={TEXTS.responseCode}>{responseCode}</Fact>}
        <Fact label={TEXTS.attempts}>{transmission.attemptCount}</Fact>
        <Times transmission={transmission} />
      </dl>
    </SectionCard>
  )
}

function Times({ transmission }: { transmission: TransmissionDetail }) {
  const { createdAt, finishedAt, nextAttemptAt, status } = transmission
  return (
    <>
      <Fact label={TEXTS.created}>
        <Moment at={createdAt} style="long" />
      </Fact>
      {finishedAt !== null && (
        <Fact label={TEXTS.finished}>
          <Moment at={finishedAt} style="long" />
        </Fact>
      )}
      {status === 'retrying' && nextAttemptAt !== null && (
        <Fact label={TEXTS.nextAttempt}>
          <Countdown until={nextAttemptAt} />
        </Fact>
      )}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
