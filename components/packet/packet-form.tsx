'use client'

import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { PacketPreview } from '#lib/domain/support-packet.ts'
import { SectionCard } from '../section-card.tsx'

type PacketFormProps = { packet: PacketPreview; scopeQuery: string }

/** What only the merchant knows. A plain form: it previews or downloads by its address alone. */
export function PacketForm({ packet, scopeQuery }: PacketFormProps) {
  const scope = [...new URLSearchParams(scopeQuery)]
  return (
    <SectionCard
      title="What only you know"
      description="Goes into the packet as you write it. Leave empty what you do not have."
    >
      <form method="get" action="/log/packet/download">
        {scope.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Stack gap="md" maw={640}>
          <TextInput
            name="formUrl"
            label="Address of the order form"
            placeholder="https://"
            maxLength={500}
            defaultValue={packet.formUrl}
          />
          <TextInput
            name="formName"
            label="Name of the form in ONTRAPORT"
            maxLength={200}
            defaultValue={packet.formName}
          />
          <Textarea
            name="note"
            label="What you see, and since when"
            maxLength={2_000}
            autosize
            minRows={2}
            defaultValue={packet.note}
          />
          <Checkbox
            name="mask"
            label="Mask the buyers’ email addresses"
            description="Support then cannot look the contacts up by email. Names and addresses in the XML stay as they were sent."
            defaultChecked={packet.areEmailsMasked}
          />
          <Group gap="xs">
            <Button type="submit" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}>
              Download the packet
            </Button>
            <Button type="submit" variant="default" formAction="/log/packet">
              Preview with this
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  )
}
