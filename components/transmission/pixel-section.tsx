'use client'

import { Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { CodeBlock } from './code-block.tsx'
import classes from './pixel-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.pixelSection

type PixelSectionProps = { transmission: Pick<TransmissionDetail, 'request' | 'status'> }

/** Where a receipt's pixel led the buyer's browser, and what it told there. */
export function PixelSection({ transmission: { request, status } }: PixelSectionProps) {
  return (
    <SectionCard
      title={TEXTS.title}
      description={status === 'sent' ? TEXTS.description : TEXTS.theBrowserGotAn}
      action={request !== null && <CopyButton value={request} label={TEXTS.addressOfThePixel} />}
    >
      {request === null ? (
        <Text size="sm" c="dimmed">
          {TEXTS.thereIsNoAddress}
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
      <CodeBlock label={TEXTS.addressOfThePixel2} text={address} isWrapped />
    </>
  )
}
