'use client'

import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ThemeView } from '#lib/domain/pixel-snippet.ts'
import { DEFAULT_THEME } from '#lib/domain/theme.ts'
import { askFirst } from '../dialog/questions.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { RULE_TEXTS } from '../texts/integration-rules.ts'
import { useDeed } from '../use-deed.ts'
import { SnippetPanel } from './snippet-panel.tsx'
import { ThemeModal } from './theme-form.tsx'
import classes from './themes-section.module.css'
import type { ThemeDeeds } from './use-save-theme.ts'

const TEXTS = RULE_TEXTS.themeItem

type ThemeItemProps = ThemeDeeds & { theme: ThemeView; canEdit: boolean }

/** One theme: where it reports to, and its snippet. */
export function ThemeItem({ theme, canEdit, saveTheme, deleteTheme }: ThemeItemProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const removal = useDeed(deleteTheme)
  const name = theme.key === DEFAULT_THEME ? TEXTS.defaultAllOtherThemes : theme.key
  const ask = () =>
    askFirst(
      {
        title: TEXTS.reallyRemove(name),
        consequence: afterRemoval(theme.key),
        confirm: TEXTS.remove,
        cancel: TEXTS.keep,
      },
      () => removal.run([theme.key], () => notifyDone(TEXTS.themeRemoved, name)),
    )
  return (
    <li className={classes.theme}>
      <div className={classes.head}>
        <div className={classes.names}>
          <Text size="sm" fw={600} component="h3">
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {TEXTS.reportsTo(theme.ontraportHost)}
          </Text>
        </div>
        {canEdit && (
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={open} aria-label={TEXTS.changeTheme(name)}>
              {TEXTS.change}
            </Button>
            <Button
              variant="default"
              size="xs"
              loading={removal.isRunning}
              onClick={ask}
              aria-label={TEXTS.removeTheme(name)}
            >
              {TEXTS.removeAfterQuestion}
            </Button>
          </Group>
        )}
      </div>
      <FormFault fault={removal.fault} />
      <SnippetPanel snippet={theme.snippet} themeName={name} />
      <ThemeModal
        title={TEXTS.changeTheme(name)}
        isOpen={isOpen}
        onClose={close}
        initial={{ theme: theme.key, ontraportHost: theme.ontraportHost }}
        isThemeFixed
        saveTheme={saveTheme}
      />
    </li>
  )
}

function afterRemoval(key: string): string {
  return key === DEFAULT_THEME ? TEXTS.receiptsOfThemesWithout : TEXTS.itsReceiptsReportTo
}
