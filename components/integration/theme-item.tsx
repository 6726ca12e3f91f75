'use client'

import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { modals } from '@mantine/modals'
import type { ThemeView } from '#lib/domain/pixel-snippet.ts'
import { DEFAULT_THEME } from '#lib/domain/theme.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import { SnippetPanel } from './snippet-panel.tsx'
import { ThemeModal } from './theme-form.tsx'
import classes from './themes-section.module.css'
import type { ThemeDeeds } from './use-save-theme.ts'

type ThemeItemProps = ThemeDeeds & { theme: ThemeView; canEdit: boolean }

/** One theme: where it reports to, and its snippet. */
export function ThemeItem({ theme, canEdit, saveTheme, deleteTheme }: ThemeItemProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const removal = useDeed(deleteTheme)
  const name = theme.key === DEFAULT_THEME ? 'default (all other themes)' : theme.key
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${name}?`,
      children: <Text size="sm">{afterRemoval(theme.key)}</Text>,
      labels: { confirm: 'Remove', cancel: 'Keep' },
      closeButtonProps: { 'aria-label': 'Close' },
      onConfirm: () => removal.run([theme.key], () => notifyDone('Theme removed', name)),
    })
  return (
    <li className={classes.theme}>
      <div className={classes.head}>
        <div className={classes.names}>
          <Text size="sm" fw={600} component="h3">
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            reports to {theme.ontraportHost}
          </Text>
        </div>
        {canEdit && (
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={open} aria-label={`Change ${name}`}>
              Change…
            </Button>
            <Button
              variant="default"
              size="xs"
              loading={removal.isRunning}
              onClick={ask}
              aria-label={`Remove ${name}`}
            >
              Remove…
            </Button>
          </Group>
        )}
      </div>
      <FormFault fault={removal.fault} />
      <SnippetPanel snippet={theme.snippet} themeName={name} />
      <ThemeModal
        title={`Change ${name}`}
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
  return key === DEFAULT_THEME
    ? 'Receipts of themes without a row of their own tell ONTRAPORT nothing any more.'
    : 'Its receipts report to the default sub-domain from now on, or nowhere if there is none.'
}
