import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { listThemes } from '#lib/services/list-themes.ts'
import { removeTheme } from '#lib/services/remove-theme.ts'
import { setTheme } from '#lib/services/set-theme.ts'
import type { Command } from './command.ts'

export const THEME_COMMANDS: Command[] = [
  {
    name: 'theme set',
    usage: 'ID CODE-OR-HOST SUBDOMAIN',
    summary:
      'Sets the ONTRAPORT host that the receipts of a theme report to. The theme is its code, its StoreFront’s host, or "default"; SUBDOMAIN may be a whole pixel address.',
    positionalCount: 3,
    options: [],
    run: async ({ positionals: [merchantId = '', theme = '', ontraportHost = ''] }) => {
      const access = await getOperatorAccess(merchantId)
      const saved = await setTheme(access, { theme, ontraportHost })
      return { merchantId, ...describe(saved) }
    },
  },
  {
    name: 'theme remove',
    usage: 'ID CODE-OR-HOST',
    summary: 'Takes the ONTRAPORT host of a theme away.',
    positionalCount: 2,
    options: [],
    run: async ({ positionals: [merchantId = '', theme = ''] }) => {
      const { key } = await removeTheme(await getOperatorAccess(merchantId), theme)
      return { merchantId, theme: key, isRemoved: true }
    },
  },
  {
    name: 'theme list',
    usage: 'ID',
    summary: 'Lists the themes with their ONTRAPORT hosts and receipt snippets.',
    positionalCount: 1,
    options: [],
    run: async ({ positionals: [merchantId = ''] }) => {
      const themes = await listThemes(await getOperatorAccess(merchantId))
      return {
        themes: themes.map(({ snippet, ...theme }) => ({
          ...describe(theme),
          snippet: snippet.html,
        })),
      }
    },
  },
]

function describe({ key, ontraportHost }: { key: string; ontraportHost: string }) {
  return { theme: key, isDefault: key === 'default', ontraportHost }
}
