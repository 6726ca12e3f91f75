import { prisma } from '#lib/db/client.ts'
import { loadRelayFigures } from '#lib/db/relay-figures.ts'
import { renderMetrics } from '#lib/metrics.ts'

/** The product's metrics in Prometheus's text format; they name no merchant and no person. */
export async function collectMetrics(): Promise<{ contentType: string; text: string }> {
  return renderMetrics(await loadRelayFigures(prisma()))
}
