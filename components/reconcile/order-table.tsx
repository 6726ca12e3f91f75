'use client'

import { Anchor, Table, Text } from '@mantine/core'
import type { ReconciledOrder } from '#lib/domain/reconcile.ts'
import { formatAmount } from '../amount.ts'
import { Badge } from '../badge.tsx'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
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
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{TEXTS.order}</Table.Th>
            <Table.Th>{TEXTS.standing}</Table.Th>
            <Table.Th className={classes.number}>{TEXTS.ultracart}</Table.Th>
            <Table.Th className={classes.number}>{TEXTS.ontraport}</Table.Th>
            <Table.Th>{TEXTS.difference}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order) => (
            <OrderRow key={order.orderId} order={order} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function OrderRow({ order }: { order: ReconciledOrder }) {
  const { orderId, placedAt, ultracartCents, ontraportCents, account } = order
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={logPath({ reference: orderId })} inherit fw={560}>
          {orderId}
        </Anchor>
        <Text size="xs" c="dimmed">
          <Moment at={placedAt} style="short" />
        </Text>
      </Table.Td>
      <Table.Td>
        <StandingBadge order={order} />
        <Text size="xs" c="dimmed" mt={2}>
          {order.reason}
        </Text>
      </Table.Td>
      <Table.Td className={classes.number} data-label="UltraCart">
        {formatAmount(ultracartCents, account.currency)}
      </Table.Td>
      <Table.Td className={classes.number} data-label="ONTRAPORT">
        {formatAmount(ontraportCents, account.currency)}
      </Table.Td>
      <Table.Td>
        <Difference order={order} />
      </Table.Td>
    </Table.Tr>
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
