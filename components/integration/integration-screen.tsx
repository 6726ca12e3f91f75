'use client'

import { Stack } from '@mantine/core'
import { Suspense } from 'react'
import type { AccountProductsView } from '#lib/domain/account-products.ts'
import { type ConnectionMethod, type ConnectionView, hasKeyOfWay } from '#lib/domain/connection.ts'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'
import type { ThemeView } from '#lib/domain/pixel-snippet.ts'
import type { ListedProductRow } from '#lib/domain/product.ts'
import type { SandboxView } from '#lib/domain/sandbox.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { later } from '../later.ts'
import { LatestSection } from '../latest-section.tsx'
import { PageHeader } from '../page-header.tsx'
import { AccountNames } from '../products/account-names.tsx'
import type { FetchProducts } from '../products/account-products-section.tsx'
import type { SetName } from '../products/use-set-name.tsx'
import { type SandboxDeeds, SandboxSection } from '../sandbox/sandbox-section.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import type { Deed } from '../use-deed.ts'
import { AttributionSection } from './attribution-section.tsx'
import { type KeyDeeds, KeySection } from './key-section.tsx'
import { MappingSection } from './mapping-section.tsx'
import { MethodSection } from './method-section.tsx'
import { RulesSection } from './rules-section.tsx'
import type { UltraCartDeeds } from './ultracart-deeds.ts'
import { UltraCartSection } from './ultracart-section.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'
import type { ThemeDeeds } from './use-save-theme.ts'
import { type WayDeeds, WaySection } from './way-section.tsx'
import { WebhookSection } from './webhook-section.tsx'

const TEXTS = INTEGRATION_TEXTS.integrationScreen

/** What only some stores see. */
const AccountProductsSection = later(() =>
  import('../products/account-products-section.tsx').then((file) => file.AccountProductsSection),
)
const ApiRulesSection = later(() =>
  import('./api-rules-section.tsx').then((file) => file.ApiRulesSection),
)
const AppSection = later(() => import('./app-section.tsx').then((file) => file.AppSection))
const ThemesSection = later(() => import('./themes-section.tsx').then((file) => file.ThemesSection))

type IntegrationScreenProps = {
  connection: ConnectionView
  themes: ThemeView[]
  expansionGaps: ExpansionGap[]
  sandbox: SandboxView
  backfill: OrderBackfillView | null
  products: ListedProductRow[]
  hasMoreProducts: boolean
  transmissions: TransmissionRow[]
  accountProducts: AccountProductsView | null
  canEdit: boolean
  deeds: KeyDeeds &
    RuleDeeds &
    SandboxDeeds &
    ThemeDeeds &
    WayDeeds &
    UltraCartDeeds & {
      chooseMethod: Deed<[method: ConnectionMethod], null>
      rotatePassword: Deed<[], { webhookPassword: string }>
      setName: SetName
      fetchProducts: FetchProducts
    }
}

export function IntegrationScreen(props: IntegrationScreenProps) {
  const { connection, accountProducts, canEdit, deeds } = props
  const { method, way, rules } = connection
  const hasPixel = method === 'pixel' || rules.attributeByPixel === 'on'
  return (
    <AccountNames names={accountProducts?.names ?? []}>
      <PageHeader title={TEXTS.title} description={TEXTS.description} />
      <Stack gap="lg">
        <MethodSection method={method} canEdit={canEdit} chooseMethod={deeds.chooseMethod} />
        {method === 'api' && (
          <WaySection
            way={way}
            hasApp={connection.appIdHint !== null}
            canEdit={canEdit}
            saveApp={deeds.saveApp}
            chooseWay={deeds.chooseWay}
          />
        )}
        {way === 'rest' && (
          <Suspense>
            <AppSection
              appIdHint={connection.appIdHint}
              canEdit={canEdit}
              saveApp={deeds.saveApp}
              testKey={deeds.testKey}
            />
          </Suspense>
        )}
        {method === 'api' && accountProducts !== null && (
          <Suspense>
            <AccountProductsSection
              view={accountProducts}
              canEdit={canEdit}
              fetchProducts={deeds.fetchProducts}
              setName={deeds.setName}
            />
          </Suspense>
        )}
        {way === 'receiver' && (method === 'api' || connection.waitingCount > 0) && (
          <KeySection
            connection={connection}
            canEdit={canEdit}
            saveKey={deeds.saveKey}
            testKey={deeds.testKey}
          />
        )}
        {method === 'api' && (
          <AttributionSection rules={rules} canEdit={canEdit} setRule={deeds.setRule} />
        )}
        {hasPixel && (
          <Suspense>
            <ThemesSection
              themes={props.themes}
              rules={rules}
              canEdit={canEdit}
              setRule={deeds.setRule}
              saveTheme={deeds.saveTheme}
              deleteTheme={deeds.deleteTheme}
            />
          </Suspense>
        )}
        <WebhookSection
          connection={connection}
          expansionGaps={props.expansionGaps}
          rotatePassword={deeds.rotatePassword}
        />
        <UltraCartSection
          connection={connection}
          backfill={props.backfill}
          canEdit={canEdit}
          deeds={deeds}
        />
        <MappingSection
          products={props.products}
          hasMore={props.hasMoreProducts}
          canEdit={canEdit}
          setName={deeds.setName}
        />
        {way === 'rest' && (
          <Suspense>
            <ApiRulesSection
              rules={rules}
              canEdit={canEdit}
              setRule={deeds.setRule}
              previewRule={deeds.previewRule}
            />
          </Suspense>
        )}
        <RulesSection
          way={way}
          rules={rules}
          canEdit={canEdit}
          setRule={deeds.setRule}
          previewRule={deeds.previewRule}
        />
        <SandboxSection
          sandbox={props.sandbox}
          hasKey={hasKeyOfWay(connection)}
          canEdit={canEdit}
          switchSandbox={deeds.switchSandbox}
          chooseAnswer={deeds.chooseAnswer}
          fillSampleStore={deeds.fillSampleStore}
        />
        <LatestSection transmissions={props.transmissions} />
      </Stack>
    </AccountNames>
  )
}
