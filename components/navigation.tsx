'use client'

import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type MouseEventHandler,
  type ReactNode,
  type Ref,
  useContext,
} from 'react'

type ExactHandlers = 'onClick' | 'onMouseEnter' | 'onTouchStart'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, ExactHandlers> & {
  href: string
  onClick?: MouseEventHandler<HTMLAnchorElement>
  ref?: Ref<HTMLAnchorElement>
  prefetch?: boolean | null
}

/** What the screens need of a router; the app hands it in, so that no component depends on one. */
export type Navigation = {
  Link: ComponentType<LinkProps>
  path: string
  refresh: () => void
  /** Leads to another page. */
  go: (path: string) => void
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider(props: { navigation: Navigation; children: ReactNode }) {
  return (
    <NavigationContext.Provider value={props.navigation}>
      {props.children}
    </NavigationContext.Provider>
  )
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('NavigationProvider is missing above this component.')
  return navigation
}

export function Link(props: LinkProps) {
  const { Link: RouterLink } = useNavigation()
  return <RouterLink {...props} />
}
