import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'

/** The look of every screen; colours of statuses are in `app/globals.css`. */
export const theme: MantineThemeOverride = createTheme({
  colors: { ink: ink(), dark: dark() },
  primaryColor: 'ink',
  primaryShade: 6,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    'Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { opacity: 0.45 },
        // A window's head is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 620 } },
    },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
  },
})

/** Mantine's own greys fall short of WCAG AA for dimmed text, placeholders and input borders. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1b1f27',
    '--mantine-color-dimmed': '#596070',
    '--mantine-color-placeholder': '#656d7b',
    '--mantine-color-default-border': '#c4cad3',
    '--mantine-color-disabled-color': '#666e7c',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#2f5cad',
  },
  dark: {
    '--mantine-color-text': '#e4e6ea',
    '--mantine-color-dimmed': '#a0a7b4',
    '--mantine-color-placeholder': '#8f97a5',
    '--mantine-color-default-border': '#454b56',
    '--mantine-color-disabled-color': '#9aa1ae',
    '--mantine-color-error': '#ff9d96',
    '--mantine-color-anchor': '#8fabdd',
  },
})

function ink(): MantineColorsTuple {
  return [
    '#eef3fb',
    '#dbe5f5',
    '#b7caea',
    '#8fabdd',
    '#6b8fd1',
    '#4f78c6',
    '#2f5cad',
    '#264d95',
    '#1f407c',
    '#173160',
  ]
}

function dark(): MantineColorsTuple {
  return [
    '#d5d8de',
    '#b4b9c2',
    '#8b919c',
    '#6a707b',
    '#454a54',
    '#363a43',
    '#2a2e36',
    '#1d2026',
    '#17191e',
    '#101216',
  ]
}
