'use client'

import { Button, Group, CopyButton as MantineCopyButton, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { TextViewer } from './text-viewer.tsx'
import { toCurl } from './to-curl.ts'

const TEXTS = TRANSMISSION_TEXTS.requestSection

type RequestSectionProps = { transmission: TransmissionDetail; isIncoming: boolean }

/** The XML that was sent, or would be; of a poll, what was asked. */
export function RequestSection({ transmission, isIncoming }: RequestSectionProps) {
  const { id, request, requestLength, isRequestPreview } = transmission
  return (
    <SectionCard
      title={TEXTS.title}
      description={
        isIncoming
          ? TEXTS.description
          : isPlanOfCalls(request)
            ? TEXTS.thePlanOfCalls
            : isRequestPreview
              ? TEXTS.notSentThisIs
              : TEXTS.exactlyWhatWasSent
      }
      action={
        <Group gap={4}>
          {!isIncoming && <CurlButton transmission={transmission} />}
          {request !== null && <CopyButton value={request} label={TEXTS.request} />}
        </Group>
      }
    >
      {request === null ? (
        <Text size="sm" c="dimmed">
          {transmission.removed !== null ? TEXTS.itIsNoLonger : TEXTS.thereIsNoMessage}
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

/** By ONTRAPORT's API a message is a JSON plan, and the calls stand with their attempt. */
function isPlanOfCalls(request: string | null): boolean {
  return request?.startsWith('{') ?? false
}

/** For whoever wants to try the same call by hand; the sandbox has no address to call. */
function CurlButton({ transmission }: { transmission: TransmissionDetail }) {
  const { request, requestLength, attempts, isSandbox } = transmission
  const url = attempts.at(-1)?.url
  if (request === null || url === undefined || isSandbox || isPlanOfCalls(request)) return null
  if (request.length !== requestLength) return null
  return (
    <MantineCopyButton value={toCurl({ url, request })} timeout={2_000}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="subtle" onClick={copy} title={TEXTS.theSameCallFor}>
          {copied ? TEXTS.copied : TEXTS.copyAsCurl}
        </Button>
      )}
    </MantineCopyButton>
  )
}
