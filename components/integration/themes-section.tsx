'use client'

import { NativeSelect, Stack } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { ThemeView } from '#lib/domain/pixel-snippet.ts'
import { PIXEL_EMAIL_NAMES, type RelayRules } from '#lib/domain/relay-rules.ts'
import { DEFAULT_THEME } from '#lib/domain/theme.ts'
import { EmptyNote } from '../empty-note.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { AddTheme } from './theme-form.tsx'
import { ThemeItem } from './theme-item.tsx'
import classes from './themes-section.module.css'
import type { ThemeDeeds } from './use-save-theme.ts'

type ThemesSectionProps = ThemeDeeds & {
  themes: ThemeView[]
  rules: RelayRules
  canEdit: boolean
  setRule: Deed<[name: string, value: string], RelayRules>
}

/** The ONTRAPORT host of each look of the store, with what to paste into its receipt. */
export function ThemesSection(props: ThemesSectionProps) {
  const { themes, rules, canEdit, setRule, saveTheme, deleteTheme } = props
  const hasDefault = themes.some((theme) => theme.key === DEFAULT_THEME)
  const add = canEdit && (
    <AddTheme saveTheme={saveTheme} suggestedKey={hasDefault ? '' : DEFAULT_THEME} />
  )
  return (
    <SectionCard
      id="themes"
      title="Themes and receipt snippets"
      description="Each theme (a code) or StoreFront (a host) reports to an ONTRAPORT sub-domain; “default” stands for all that have none of their own. Paste each snippet into the receipt of its theme: in UltraCart under Conversion and Tracking of the theme, or Privacy & Tracking → Custom of the StoreFront, in the part for the receipt."
      action={themes.length > 0 && add}
      isFlush
    >
      {themes.length === 0 ? (
        <EmptyNote
          icon={<IconPhoto size={26} stroke={1.6} />}
          title="No theme has an ONTRAPORT sub-domain yet"
          action={add}
        >
          Until one is set, receipts tell ONTRAPORT nothing. In ONTRAPORT the pixel is under
          Administration → Developer preferences and resources → Get partner tracking pixel.
        </EmptyNote>
      ) : (
        <ul className={classes.themes} aria-label="Themes">
          {themes.map((theme) => (
            <ThemeItem
              key={theme.key}
              theme={theme}
              canEdit={canEdit}
              saveTheme={saveTheme}
              deleteTheme={deleteTheme}
            />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <EmailSpelling rules={rules} canEdit={canEdit} setRule={setRule} />
      </div>
    </SectionCard>
  )
}

function EmailSpelling({
  rules,
  canEdit,
  setRule,
}: Pick<ThemesSectionProps, 'rules' | 'canEdit' | 'setRule'>) {
  const { run, isRunning, fault } = useDeed(setRule)
  return (
    <Stack gap={4}>
      <NativeSelect
        label="Name of the email parameter"
        description="ONTRAPORT’s pixels spell it in two ways. Take the one in your own pixel there; pasting that pixel for a theme sets it by itself."
        data={[...PIXEL_EMAIL_NAMES]}
        value={rules.pixelEmail}
        disabled={!canEdit || isRunning}
        error={fault}
        maw={520}
        onChange={(event) =>
          run(['pixel-email', event.currentTarget.value], ({ pixelEmail }) =>
            notifyDone('Rule saved', `The pixel names the email “${pixelEmail}”`),
          )
        }
      />
    </Stack>
  )
}
