'use client'

import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { formatAmount } from '../amount.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { Countdown } from '../time/countdown.tsx'
import { Moment } from '../time/moment.tsx'
import { REFERENCE_WORDS, TYPE_WORDS } from '../words.ts'
import classes from './facts.module.css'

export function Facts({ transmission }: { transmission: TransmissionDetail }) {
  const { type, reference, email, amountCents, currency, responseCode } = transmission
  return (
    <SectionCard title="Facts">
      <dl className={classes.facts}>
        <Fact label="Type">{TYPE_WORDS[type]}</Fact>
        <Fact label={REFERENCE_WORDS[type]}>
          <Anchor
            component={Link}
            href={logPath({ reference })}
            title="All transmissions of it"
            inherit
          >
            {reference}
          </Anchor>
        </Fact>
        {amountCents !== null && currency !== null && (
          <Fact label="Amount">{formatAmount(amountCents, currency)}</Fact>
        )}
        {email !== null && (
          <Fact label="Email">
            <Anchor
              component={Link}
              href={logPath({ q: email })}
              title="All transmissions of this buyer"
              inherit
            >
              {email}
            </Anchor>
          </Fact>
        )}
        {responseCode !== null && <Fact label="Response code">{responseCode}</Fact>}
        <Fact label="Attempts">{transmission.attemptCount}</Fact>
        <Times transmission={transmission} />
      </dl>
    </SectionCard>
  )
}

function Times({ transmission }: { transmission: TransmissionDetail }) {
  const { createdAt, finishedAt, nextAttemptAt, status } = transmission
  return (
    <>
      <Fact label="Created">
        <Moment at={createdAt} style="long" />
      </Fact>
      {finishedAt !== null && (
        <Fact label="Finished">
          <Moment at={finishedAt} style="long" />
        </Fact>
      )}
      {status === 'retrying' && nextAttemptAt !== null && (
        <Fact label="Next attempt">
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
