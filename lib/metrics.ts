import { collectDefaultMetrics, Gauge } from 'prom-client'
import type { Storage } from './domain/storage.ts'
import { registry } from './metrics-registry.ts'

/** The relay's standing at one moment, over all merchants. */
export type RelayFigures = {
  /** Transmissions that still have to go out, or wait for a person, by status. */
  openTransmissions: { status: string; count: number }[]
  /** How long the oldest one that is queued or retrying has waited; 0 when none is. */
  oldestWaitingSeconds: number
  pausedConnections: number
  /** Merchants for whom ONTRAPORT does not answer. */
  openCircuits: number
  recentDeliveries: { accepted: number; refused: number }
}

/** The time over which deliveries count as recent. */
export const RECENT_MINUTES = 5

collectDefaultMetrics({ register: registry })

const openTransmissions = gauge(
  'relay_open_transmissions',
  'Transmissions not finished yet, by status',
  ['status'],
)
const oldestWaiting = gauge(
  'relay_oldest_waiting_seconds',
  'Age of the oldest transmission that is queued or retrying',
)
const pausedConnections = gauge(
  'relay_paused_connections',
  'Merchants whose connection to ONTRAPORT is paused',
)
const openCircuits = gauge(
  'relay_open_circuits',
  'Merchants for whom ONTRAPORT does not answer, so that one message is tried now and then',
)
const recentDeliveries = gauge(
  'relay_recent_deliveries',
  `Webhook deliveries of the last ${RECENT_MINUTES} minutes, by result`,
  ['result'],
)

const diskFree = gauge('relay_disk_free_bytes', 'Free bytes on the disk that DATA_DIR is on')
const diskTotal = gauge('relay_disk_total_bytes', 'Size of the disk that DATA_DIR is on')
const databaseSize = gauge('relay_database_bytes', 'Size of the database')

/** The figures and those of this process in Prometheus's text format. */
export async function renderMetrics(
  figures: RelayFigures,
  storage: Storage,
): Promise<{ contentType: string; text: string }> {
  diskFree.set(storage.freeBytes)
  diskTotal.set(storage.totalBytes)
  databaseSize.set(storage.databaseBytes)
  openTransmissions.reset()
  for (const { status, count } of figures.openTransmissions)
    openTransmissions.set({ status }, count)
  oldestWaiting.set(figures.oldestWaitingSeconds)
  pausedConnections.set(figures.pausedConnections)
  openCircuits.set(figures.openCircuits)
  recentDeliveries.set({ result: 'accepted' }, figures.recentDeliveries.accepted)
  recentDeliveries.set({ result: 'refused' }, figures.recentDeliveries.refused)
  return { contentType: registry.contentType, text: await registry.metrics() }
}

function gauge(name: string, help: string, labelNames: string[] = []): Gauge {
  return new Gauge({ name, help, labelNames, registers: [registry] })
}
