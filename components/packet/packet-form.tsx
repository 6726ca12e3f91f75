'use client'

import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { SectionCard } from '../section-card.tsx'
import { PACKET_TEXTS } from '../texts/packet.ts'

const TEXTS = PACKET_TEXTS.packetForm

type PacketFormProps = { packet: PacketPreview; scopeQuery: string }

/** What only the merchant knows. A plain form: it previews or downloads by its address alone. */
export function PacketForm({ packet, scopeQuery }: PacketFormProps) {
  const scope = [...new URLSearchParams(scopeQuery)]
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <form method="get" action="/log/packet/download">
        {scope.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Stack gap="md" maw={640}>
          <TextInput
            name="formUrl"
            label={TEXTS.addressOfTheOrder}
            placeholder={TEXTS.placeholder}
            maxLength={500}
            defaultValue={packet.formUrl}
          />
          <TextInput
            name="formName"
            label={TEXTS.nameOfTheForm}
            maxLength={200}
            defaultValue={packet.formName}
          />
          <Textarea
            name="note"
            label={TEXTS.whatYouSeeAnd}
            maxLength={2_000}
            autosize
            minRows={2}
            defaultValue={packet.note}
          />
          <Checkbox
            name="mask"
            label={TEXTS.maskTheBuyersEmail}
            description={TEXTS.supportThenCannotLook}
            defaultChecked={packet.areEmailsMasked}
          />
          <Group gap="xs">
            <Button type="submit" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}>
              {TEXTS.downloadThePacket}
            </Button>
            <Button type="submit" variant="default" formAction="/log/packet">
              {TEXTS.previewWithThis}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  )
}
