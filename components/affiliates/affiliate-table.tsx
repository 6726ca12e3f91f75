'use client'

import { Anchor, Table, Text } from '@mantine/core'
import type { AffiliateRow } from '#lib/domain/affiliate-list.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './affiliate-table.module.css'
import { ApprovalBadge } from './approval-badge.tsx'

const TEXTS = AFFILIATES_TEXTS.affiliateTable

type AffiliateTableProps = { affiliates: AffiliateRow[]; isLoading: boolean }

/** The affiliates with what ONTRAPORT was last told of each. */
export function AffiliateTable({ affiliates, isLoading }: AffiliateTableProps) {
  return (
    <div className={classes.frame}>
      <Table
        className={classes.table}
        aria-label={TEXTS.affiliates}
        aria-busy={isLoading}
        data-loading={isLoading || undefined}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{TEXTS.number}</Table.Th>
            <Table.Th>{TEXTS.name}</Table.Th>
            <Table.Th>{TEXTS.email}</Table.Th>
            <Table.Th>{TEXTS.approval}</Table.Th>
            <Table.Th>{TEXTS.lastTold}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {affiliates.map((affiliate) => (
            <Row key={affiliate.affiliateId} affiliate={affiliate} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Row({ affiliate }: { affiliate: AffiliateRow }) {
  const { affiliateId, email, isApproved, isNumberOnly } = affiliate
  return (
    <Table.Tr>
      <Table.Td className={classes.number}>{affiliateId}</Table.Td>
      {isNumberOnly ? (
        <Table.Td colSpan={4}>
          <NumberOnly orderId={affiliate.firstOrderId} />
        </Table.Td>
      ) : (
        <>
          <Table.Td>
            {affiliate.name}
            <Text size="xs" c="dimmed">
              {affiliate.company}
            </Text>
          </Table.Td>
          <Table.Td>{email}</Table.Td>
          <Table.Td>{isApproved !== null && <ApprovalBadge isApproved={isApproved} />}</Table.Td>
          <Table.Td>
            <Told affiliate={affiliate} />
          </Table.Td>
        </>
      )}
    </Table.Tr>
  )
}

function NumberOnly({ orderId }: { orderId: string | null }) {
  return (
    <Text size="sm" c="dimmed">
      <Worded
        text={TEXTS.knownByItsNumber}
        parts={{
          more: orderId !== null && (
            <Worded
              text={TEXTS.fromOrder}
              parts={{
                anchor: (
                  <Anchor component={Link} href={logPath({ reference: orderId })} size="sm">
                    {orderId}
                  </Anchor>
                ),
              }}
            />
          ),
        }}
      />
    </Text>
  )
}

/** The latest transmission, where it is not simply the one that was accepted last. */
function Told({ affiliate: { affiliateId, lastToldAt, latest } }: { affiliate: AffiliateRow }) {
  const log = logPath({ reference: String(affiliateId), type: 'affiliate' })
  return (
    <div className={classes.told}>
      {lastToldAt !== null && (
        <Anchor component={Link} href={log} size="sm" title={TEXTS.title}>
          <Moment at={lastToldAt} />
        </Anchor>
      )}
      {latest !== null && latest.status !== 'sent' && (
        <Anchor
          component={Link}
          href={`/log/${latest.id}`}
          title={latest.reason ?? undefined}
          underline="never"
        >
          <StatusBadge status={latest.status} />
        </Anchor>
      )}
    </div>
  )
}
