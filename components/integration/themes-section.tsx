'use client'

import { NativeSelect, Stack } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { ThemeView } from '#lib/domain/pixel-snippet.ts'
import { PIXEL_EMAIL_NAMES, type RelayRules } from '#lib/domain/relay-rules.ts'
import { DEFAULT_THEME } from '#lib/domain/theme.ts'
import { EmptyNote } from '../empty-note.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { AddTheme } from './theme-form.tsx'
import { ThemeItem } from './theme-item.tsx'
import classes from './themes-section.module.css'
import type { ThemeDeeds } from './use-save-theme.ts'

const TEXTS = RULE_TEXTS.themesSection

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
      title={TEXTS.title}
      description={TEXTS.description}
      action={themes.length > 0 && add}
      isFlush
    >
      {themes.length === 0 ? (
        <EmptyNote
          icon={<IconPhoto size={26} stroke={1.6} />}
          title={TEXTS.noThemeHasAn}
          action={add}
        >
          {TEXTS.untilOneIsSet}
        </EmptyNote>
      ) : (
        <ul className={classes.themes} aria-label={TEXTS.themes}>
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
        label={TEXTS.nameOfTheEmail}
        description={TEXTS.ontraportsPixelsSpellIt}
        data={[...PIXEL_EMAIL_NAMES]}
        value={rules.pixelEmail}
        disabled={!canEdit || isRunning}
        error={fault}
        maw={520}
        onChange={(event) =>
          run(['pixel-email', event.currentTarget.value], ({ pixelEmail }) =>
            notifyDone(TEXTS.ruleSaved, TEXTS.thePixelNamesThe(pixelEmail)),
          )
        }
      />
    </Stack>
  )
}
