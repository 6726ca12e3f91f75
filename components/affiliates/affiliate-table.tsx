'use client'

import { Anchor, Text } from '@mantine/core'
import type { AffiliateRow } from '#lib/domain/affiliate-list.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { Table } from '../table.tsx'
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
        <thead>
          <tr>
            <th>{TEXTS.number}</th>
            <th>{TEXTS.name}</th>
            <th>{TEXTS.email}</th>
            <th>{TEXTS.approval}</th>
            <th>{TEXTS.lastTold}</th>
          </tr>
        </thead>
        <tbody>
          {affiliates.map((affiliate) => (
            <Row key={affiliate.affiliateId} affiliate={affiliate} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Row({ affiliate }: { affiliate: AffiliateRow }) {
  const { affiliateId, email, isApproved, isNumberOnly } = affiliate
  return (
    <tr>
      <td className={classes.number}>{affiliateId}</td>
      {isNumberOnly ? (
        <td colSpan={4}>
          <NumberOnly orderId={affiliate.firstOrderId} />
        </td>
      ) : (
        <>
          <td>
            {affiliate.name}
            <Text size="xs" c="dimmed">
              {affiliate.company}
            </Text>
          </td>
          <td>{email}</td>
          <td>{isApproved !== null && <ApprovalBadge isApproved={isApproved} />}</td>
          <td>
            <Told affiliate={affiliate} />
          </td>
        </>
      )}
    </tr>
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
