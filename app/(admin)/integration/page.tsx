import type { Metadata } from 'next'
import { setProductName } from '#app/(admin)/products/actions.ts'
import { chooseAnswer, fillStore, switchSandbox } from '#app/(admin)/sandbox/actions.ts'
import { IntegrationScreen } from '#components/integration/integration-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getAccountProducts } from '#lib/services/get-account-products.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { getOrderBackfill } from '#lib/services/get-order-backfill.ts'
import { getSandbox } from '#lib/services/get-sandbox.ts'
import { listMissingExpansions } from '#lib/services/list-missing-expansions.ts'
import { listProducts } from '#lib/services/list-products.ts'
import { listThemes } from '#lib/services/list-themes.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { previewRule, rotatePassword, saveKey, setRule, testKey } from './actions.ts'
import { chooseMethod, deleteTheme, saveTheme } from './pixel-actions.ts'
import {
  cancelBackfill,
  loadUltraCartDelivery,
  loadUltraCartLog,
  saveSimpleKey,
  setUpWebhook,
  startBackfill,
  tryWebhookSetUp,
} from './ultracart-actions.ts'
import { chooseWay, fetchProducts, saveApp } from './way-actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.integration }

const SHOWN_ROWS = 10

export default async function IntegrationPage() {
  const access = await requireAccess()
  const page = { limit: SHOWN_ROWS, cursor: null }
  const [
    connection,
    themes,
    expansionGaps,
    sandbox,
    backfill,
    { products, nextCursor },
    { transmissions },
    accountProducts,
  ] = await Promise.all([
    getConnection(access),
    listThemes(access),
    listMissingExpansions(access),
    getSandbox(access, { limit: SHOWN_ROWS }),
    getOrderBackfill(access),
    listProducts(access, { ...page, search: '' }),
    listTransmissions(access, {}, page),
    getAccountProducts(access),
  ])
  return (
    <IntegrationScreen
      connection={connection}
      themes={themes}
      expansionGaps={expansionGaps}
      sandbox={sandbox}
      backfill={backfill}
      products={products}
      hasMoreProducts={nextCursor !== null}
      transmissions={transmissions}
      accountProducts={accountProducts}
      canEdit={canDo(access.role, 'edit')}
      deeds={{
        saveKey,
        testKey,
        rotatePassword,
        setRule,
        previewRule,
        chooseMethod,
        chooseWay,
        saveApp,
        fetchProducts,
        saveTheme,
        deleteTheme,
        setName: setProductName,
        switchSandbox,
        chooseAnswer,
        fillSampleStore: fillStore,
        saveSimpleKey,
        tryWebhookSetUp,
        setUpWebhook,
        loadUltraCartLog,
        loadUltraCartDelivery,
        startBackfill,
        cancelBackfill,
      }}
    />
  )
}
