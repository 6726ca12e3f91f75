'use client'

import { Anchor, Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { byteSize } from '../byte-size.ts'
import { CodeBlock } from './code-block.tsx'
import { FindField } from './find-field.tsx'
import { prettyXml } from './pretty-xml.ts'
import { useFinder } from './use-finder.ts'

type TextViewerProps = {
  /** What the text is, such as `request`. */
  name: string
  text: string
  /** How many characters the whole has, where `text` is only its beginning. */
  wholeLength: number
  /** Where the whole can be downloaded. */
  downloadPath: string
}

/** A text that is read pretty or raw, and searched; of a very long one the beginning, with a download. */
export function TextViewer({ name, text, wholeLength, downloadPath }: TextViewerProps) {
  const pretty = prettyXml(text)
  const [view, setView] = useState('pretty')
  const [isWrapped, setWrapped] = useState(true)
  const isPretty = view === 'pretty' && pretty !== null
  const shown = isPretty ? pretty : text
  const { finder, marks } = useFinder(shown)
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        {pretty !== null && (
          <SegmentedControl
            size="xs"
            value={view}
            onChange={setView}
            aria-label={`How the ${name} is shown`}
            data={[
              { value: 'pretty', label: 'Pretty' },
              { value: 'raw', label: 'Raw' },
            ]}
          />
        )}
        <FindField finder={finder} label={`Find in the ${name}`} />
        <Switch
          size="sm"
          label="Wrap long lines"
          checked={isWrapped}
          onChange={(event) => setWrapped(event.currentTarget.checked)}
        />
      </Group>
      {text.length < wholeLength && (
        <Text size="sm">
          This is the beginning: {byteSize(text.length)} of {byteSize(wholeLength)}.{' '}
          <Anchor href={downloadPath} download inherit>
            Download the whole {name}
          </Anchor>
        </Text>
      )}
      <CodeBlock
        label={`Text of the ${name}`}
        text={shown}
        isWrapped={isWrapped}
        isMarkup={isPretty}
        marks={marks}
      />
    </Stack>
  )
}
