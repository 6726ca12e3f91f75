'use client'

import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { setNonce } from 'get-nonce'
import RouterLink from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { type LinkProps, type Navigation, NavigationProvider } from '#components/navigation.tsx'
import { cssVariables, theme } from '#components/theme.ts'

const Notifications = lazy(() =>
  import('@mantine/notifications').then((file) => ({ default: file.Notifications })),
)

type ProvidersProps = { nonce: string; children: ReactNode }

export function Providers({ nonce, children }: ProvidersProps) {
  // The page keeps the policy it was loaded with, so a nonce of a later request would be refused.
  const [pageNonce] = useState(() => {
    // The scroll lock of dialogs brings a style of its own.
    setNonce(nonce)
    return nonce
  })
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => pageNonce}
    >
      <NuqsAdapter>
        <RouterNavigation>
          <ModalsProvider>{children}</ModalsProvider>
        </RouterNavigation>
      </NuqsAdapter>
      <NotificationsLater />
    </MantineProvider>
  )
}

/** What is said before they are there is shown then. */
function NotificationsLater() {
  const [isLoaded, setLoaded] = useState(false)
  useEffect(() => setLoaded(true), [])
  if (!isLoaded) return null
  return (
    <Suspense>
      <Notifications position="bottom-right" limit={3} />
    </Suspense>
  )
}

function RouterNavigation({ children }: { children: ReactNode }) {
  const router = useRouter()
  const path = usePathname()
  const navigation = useMemo<Navigation>(
    () => ({
      Link: RouterAnchor,
      path,
      refresh: () => router.refresh(),
      go: (target) => router.push(target),
    }),
    [router, path],
  )
  return <NavigationProvider navigation={navigation}>{children}</NavigationProvider>
}

function RouterAnchor({ prefetch, ...props }: LinkProps) {
  return <RouterLink {...props} prefetch={prefetch ?? null} />
}
