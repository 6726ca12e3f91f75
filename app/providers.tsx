'use client'

import { MantineProvider } from '@mantine/core'
import { useNotifications } from '@mantine/notifications'
import { setNonce } from 'get-nonce'
import RouterLink from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { QuestionDialog } from '#components/dialog/question-dialog.tsx'
import { later } from '#components/later.ts'
import { type LinkProps, type Navigation, NavigationProvider } from '#components/navigation.tsx'
import { cssVariables, theme } from '#components/theme.ts'

const Notifications = later(() =>
  import('@mantine/notifications').then((file) => file.Notifications),
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
          {children}
          <QuestionDialog />
        </RouterNavigation>
      </NuqsAdapter>
      <NotificationsLater />
    </MantineProvider>
  )
}

/** They come with the first of them, which is shown as soon as they are there. */
function NotificationsLater() {
  const { notifications } = useNotifications()
  const [isWanted, setWanted] = useState(false)
  if (!isWanted && notifications.length > 0) setWanted(true)
  if (!isWanted) return null
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
