'use client'

import { Button, Group, CopyButton as MantineCopyButton, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { TextViewer } from './text-viewer.tsx'
import { toCurl } from './to-curl.ts'

type RequestSectionProps = { transmission: TransmissionDetail; isIncoming: boolean }

/** The XML that was sent, or would be; of a poll, what was asked. */
export function RequestSection({ transmission, isIncoming }: RequestSectionProps) {
  const { id, request, requestLength, isRequestPreview } = transmission
  return (
    <SectionCard
      title="Request"
      description={
        isIncoming
          ? 'What we were asked.'
          : isRequestPreview
            ? 'Not sent. This is what would be sent with today’s product names.'
            : 'Exactly what was sent.'
      }
      action={
        <Group gap={4}>
          {!isIncoming && <CurlButton transmission={transmission} />}
          {request !== null && <CopyButton value={request} label="request" />}
        </Group>
      }
    >
      {request === null ? (
        <Text size="sm" c="dimmed">
          {transmission.removed !== null
            ? 'It is no longer kept; the reason stands above.'
            : 'There is no message: nothing could be composed from what UltraCart reported.'}
        </Text>
      ) : (
        <TextViewer
          name="request"
          text={request}
          wholeLength={requestLength ?? request.length}
          downloadPath={`/log/${id}/download?part=request`}
        />
      )}
    </SectionCard>
  )
}

/** For whoever wants to try the same call by hand; the sandbox has no address to call. */
function CurlButton({ transmission }: { transmission: TransmissionDetail }) {
  const { request, requestLength, attempts, isSandbox } = transmission
  const url = attempts.at(-1)?.url
  if (request === null || url === undefined || isSandbox) return null
  if (request.length !== requestLength) return null
  return (
    <MantineCopyButton value={toCurl({ url, request })} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={copy}
          title="The same call for a command line, the key masked"
        >
          {copied ? 'Copied' : 'Copy as curl'}
        </Button>
      )}
    </MantineCopyButton>
  )
}
