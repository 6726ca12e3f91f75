'use client'

import { Anchor, Text } from '@mantine/core'
import type { ReconciledOrder } from '#lib/domain/reconcile.ts'
import { formatAmount } from '../amount.ts'
import { Badge } from '../badge.tsx'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { Table } from '../table.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { CAUSE_WORDS, nameSelection } from '../texts/reconcile-words.ts'
import type { Tone } from '../texts/words.ts'
import { Moment } from '../time/moment.tsx'
import classes from './reconcile.module.css'

const TEXTS = RECONCILE_TEXTS.orderTable

type OrderTableProps = { orders: ReconciledOrder[]; isLoading: boolean }

export function OrderTable({ orders, isLoading }: OrderTableProps) {
  return (
    <div className={classes.frame} aria-busy={isLoading} data-loading={isLoading || undefined}>
      <Table className={classes.orders} aria-label={TEXTS.ordersWithBothTotals}>
        <thead>
          <tr>
            <th>{TEXTS.order}</th>
            <th>{TEXTS.standing}</th>
            <th className={classes.number}>{TEXTS.ultracart}</th>
            <th className={classes.number}>{TEXTS.ontraport}</th>
            <th>{TEXTS.difference}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <OrderRow key={order.orderId} order={order} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function OrderRow({ order }: { order: ReconciledOrder }) {
  const { orderId, placedAt, ultracartCents, ontraportCents, account } = order
  return (
    <tr>
      <td>
        <Anchor component={Link} href={logPath({ reference: orderId })} inherit fw={560}>
          {orderId}
        </Anchor>
        <Text size="xs" c="dimmed">
          <Moment at={placedAt} style="short" />
        </Text>
      </td>
      <td>
        <StandingBadge order={order} />
        <Text size="xs" c="dimmed" mt={2}>
          {order.reason}
        </Text>
      </td>
      <td className={classes.number} data-label="UltraCart">
        {formatAmount(ultracartCents, account.currency)}
      </td>
      <td className={classes.number} data-label="ONTRAPORT">
        {formatAmount(ontraportCents, account.currency)}
      </td>
      <td>
        <Difference order={order} />
      </td>
    </tr>
  )
}

function StandingBadge({ order: { account } }: { order: ReconciledOrder }) {
  const tone: Tone =
    account.state === 'relayed' ? 'good' : account.state === 'failed' ? 'bad' : 'quiet'
  return (
    <>
      <Badge tone={tone}>{nameSelection(account.state)}</Badge>{' '}
      {account.isDeleted && account.state === 'relayed' && (
        <Badge tone="retry">{TEXTS.deletedInUltracart}</Badge>
      )}
      {account.isTest && account.state === 'relayed' && <Badge tone="ask">{TEXTS.testOrder}</Badge>}
    </>
  )
}

/** Every cause with its share, so that they add up before one's eyes. */
function Difference({ order: { causes, differenceCents, account } }: { order: ReconciledOrder }) {
  const { currency } = account
  if (causes.length === 0) return <span className={classes.same}>{TEXTS.none}</span>
  return (
    <ul className={classes.shares}>
      {causes.map(({ cause, cents }) => (
        <li key={cause}>
          {formatAmount(cents, currency)} {CAUSE_WORDS[cause].short.toLowerCase()}
        </li>
      ))}
      {causes.length > 1 && <li>= {formatAmount(differenceCents, currency)}</li>}
    </ul>
  )
}
