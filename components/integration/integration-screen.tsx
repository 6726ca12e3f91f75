'use client'

import { Stack } from '@mantine/core'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import type { ProductRow } from '#lib/domain/product.ts'
import type { SandboxView } from '#lib/domain/sandbox.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { LatestSection } from '../latest-section.tsx'
import { PageHeader } from '../page-header.tsx'
import type { SetName } from '../products/use-set-name.tsx'
import { type SandboxDeeds, SandboxSection } from '../sandbox/sandbox-section.tsx'
import { SectionCard } from '../section-card.tsx'
import type { Deed } from '../use-deed.ts'
import { type KeyDeeds, KeySection } from './key-section.tsx'
import { MappingSection } from './mapping-section.tsx'
import { MethodCards } from './method-cards.tsx'
import { RulesSection } from './rules-section.tsx'
import type { RuleDeeds } from './use-rule-draft.ts'
import { WebhookSection } from './webhook-section.tsx'

type IntegrationScreenProps = {
  connection: ConnectionView
  expansionGaps: ExpansionGap[]
  sandbox: SandboxView
  products: ProductRow[]
  hasMoreProducts: boolean
  transmissions: TransmissionRow[]
  canEdit: boolean
  deeds: KeyDeeds &
    RuleDeeds &
    SandboxDeeds & {
      rotatePassword: Deed<[], { webhookPassword: string }>
      setName: SetName
    }
}

export function IntegrationScreen(props: IntegrationScreenProps) {
  const { connection, canEdit, deeds } = props
  return (
    <>
      <PageHeader
        title="Integration"
        description="How the store at UltraCart and the account at ONTRAPORT are joined."
      />
      <Stack gap="lg">
        <SectionCard title="Method">
          <MethodCards />
        </SectionCard>
        <KeySection
          connection={connection}
          canEdit={canEdit}
          saveKey={deeds.saveKey}
          testKey={deeds.testKey}
        />
        <WebhookSection
          connection={connection}
          expansionGaps={props.expansionGaps}
          rotatePassword={deeds.rotatePassword}
        />
        <MappingSection
          products={props.products}
          hasMore={props.hasMoreProducts}
          canEdit={canEdit}
          setName={deeds.setName}
        />
        <RulesSection
          rules={connection.rules}
          canEdit={canEdit}
          setRule={deeds.setRule}
          previewRule={deeds.previewRule}
        />
        <SandboxSection
          sandbox={props.sandbox}
          hasKey={connection.apiKeyHint !== null}
          canEdit={canEdit}
          switchSandbox={deeds.switchSandbox}
          chooseAnswer={deeds.chooseAnswer}
          fillSampleStore={deeds.fillSampleStore}
        />
        <LatestSection transmissions={props.transmissions} />
      </Stack>
    </>
  )
}
