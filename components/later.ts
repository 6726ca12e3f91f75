import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Later<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Fetches the code before it is needed; without a connection it is fetched then. */
  preload: () => void
}

/** A component whose code comes with its first use, so that no page waits for what it does not show. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const component = lazy(async () => ({ default: await load() }))
  return Object.assign(component, { preload: () => void load().catch(() => null) })
}
