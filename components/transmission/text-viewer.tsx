'use client'

import { Anchor, Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { byteSize } from '../byte-size.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { Worded } from '../worded.tsx'
import { CodeBlock } from './code-block.tsx'
import { FindField } from './find-field.tsx'
import { prettyXml } from './pretty-xml.ts'
import { useFinder } from './use-finder.ts'

const TEXTS = TRANSMISSION_TEXTS.textViewer

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
            aria-label={TEXTS.howTheIsShown(name)}
            data={[
              { value: 'pretty', label: TEXTS.pretty },
              { value: 'raw', label: TEXTS.raw },
            ]}
          />
        )}
        <FindField finder={finder} label={TEXTS.findInThe(name)} />
        <Switch
          size="sm"
          label={TEXTS.wrapLongLines}
          checked={isWrapped}
          onChange={(event) => setWrapped(event.currentTarget.checked)}
        />
      </Group>
      {text.length < wholeLength && (
        <Text size="sm">
          <Worded
            text={TEXTS.thisIsTheBeginning}
            parts={{
              textCount: byteSize(text.length),
              wholeLength: byteSize(wholeLength),
              anchor: (
                <Anchor href={downloadPath} download inherit>
                  {TEXTS.downloadTheWhole(name)}
                </Anchor>
              ),
            }}
          />
        </Text>
      )}
      <CodeBlock
        label={TEXTS.textOfThe(name)}
        text={shown}
        isWrapped={isWrapped}
        isMarkup={isPretty}
        marks={marks}
      />
    </Stack>
  )
}
