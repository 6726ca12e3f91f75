'use client'

import { VisuallyHidden } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import type { TokenRow } from '#lib/domain/api-token.ts'
import { EmptyNote } from '../empty-note.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { TOKENS_TEXTS as TEXTS } from '../texts/tokens.ts'
import { Ago, Moment } from '../time/moment.tsx'
import { AddTokenButton } from './add-token-button.tsx'
import { AskButton } from './ask-button.tsx'
import { SettingsTable } from './settings-table.tsx'
import type { TokenDeeds } from './token-deeds.ts'

/** The tokens that work, and the way to a further one. */
export function TokensSection({ tokens, deeds }: { tokens: TokenRow[]; deeds: TokenDeeds }) {
  const { name, hint, madeBy, lastUsed, actions } = TEXTS.columns
  const hidden = <VisuallyHidden key="actions">{actions}</VisuallyHidden>
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description}
      action={<AddTokenButton add={deeds.add} />}
      isFlush
    >
      {tokens.length === 0 ? (
        <EmptyNote icon={<IconKey size={26} stroke={1.6} />} title={TEXTS.empty.title}>
          {TEXTS.empty.text}
        </EmptyNote>
      ) : (
        <SettingsTable label={TEXTS.table} columns={[name, hint, madeBy, lastUsed, hidden]}>
          {tokens.map((token) => (
            <Row key={token.id} token={token} revoke={deeds.revoke} />
          ))}
        </SettingsTable>
      )}
    </SectionCard>
  )
}

type RowProps = Pick<TokenDeeds, 'revoke'> & { token: TokenRow }

function Row({ token, revoke }: RowProps) {
  const { name, hint, madeBy, createdAt, lastUsedAt } = token
  return (
    <tr>
      <td data-strong>{name}</td>
      <td data-label={TEXTS.columns.hint}>{hint}</td>
      <td data-label={TEXTS.columns.madeBy}>
        {madeBy}, <Moment at={createdAt} />
      </td>
      <td data-label={TEXTS.columns.lastUsed}>
        {lastUsedAt === null ? TEXTS.never : <Ago at={lastUsedAt} />}
      </td>
      <td data-align="right">
        <RevokeButton token={token} revoke={revoke} />
      </td>
    </tr>
  )
}

function RevokeButton({ token: { id, name }, revoke }: RowProps) {
  const { label, title, done, ...texts } = TEXTS.revoke
  return (
    <AskButton
      texts={{ ...texts, title: title(name) }}
      label={label(name)}
      deed={revoke}
      id={id}
      whenDone={() => notifyDone(done, name)}
    />
  )
}
