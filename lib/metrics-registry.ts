import { Registry } from 'prom-client'

/** Everything that this process tells Prometheus. */
export const registry = new Registry()
