import { prisma } from '#lib/db/client.ts'
import { loadStorage } from '#lib/db/load-storage.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import { loadRelayFigures } from '#lib/db/relay-figures.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { renderMetrics } from '#lib/metrics.ts'
import { isSameSecret } from '#lib/secrets.ts'

/**
 * The product's metrics in Prometheus's text format; they name no merchant and
 * no person. Where METRICS_TOKEN is set, `authorizationHeader` must be
 * `Bearer TOKEN`, else `unauthorized`; `unavailable` while the database is away.
 */
export async function collectMetrics(
  authorizationHeader: string | null,
): Promise<{ contentType: string; text: string }> {
  const { METRICS_TOKEN } = env
  if (
    METRICS_TOKEN !== undefined &&
    !isSameSecret(authorizationHeader ?? '', `Bearer ${METRICS_TOKEN}`)
  )
    throw new AppError(
      'unauthorized',
      'Send METRICS_TOKEN as the header `Authorization: Bearer TOKEN`.',
    )
  return orUnavailable(async () =>
    renderMetrics(await loadRelayFigures(prisma()), await loadStorage(prisma())),
  )
}
