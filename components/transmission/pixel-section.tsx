'use client'

import { Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { CodeBlock } from './code-block.tsx'
import classes from './pixel-section.module.css'

type PixelSectionProps = { transmission: Pick<TransmissionDetail, 'request' | 'status'> }

/** Where a receipt's pixel led the buyer's browser, and what it told there. */
export function PixelSection({ transmission: { request, status } }: PixelSectionProps) {
  return (
    <SectionCard
      title="Pixel"
      description={
        status === 'sent'
          ? 'The buyer’s browser was sent to this address, with the partner’s cookie that only it has. ONTRAPORT answers the browser, so its answer is not known here.'
          : 'The browser got an empty image.'
      }
      action={request !== null && <CopyButton value={request} label="address of the pixel" />}
    >
      {request === null ? (
        <Text size="sm" c="dimmed">
          There is no address: the reason is above.
        </Text>
      ) : (
        <PixelAddress address={request} />
      )}
    </SectionCard>
  )
}

function PixelAddress({ address }: { address: string }) {
  const parameters = [...new URL(address).searchParams]
  return (
    <>
      <dl className={classes.parameters}>
        {parameters.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CodeBlock label="Address of the pixel" text={address} isWrapped />
    </>
  )
}
