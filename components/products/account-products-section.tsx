'use client'

import { Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import type { AccountProductsView } from '#lib/domain/account-products.ts'
import type { NameCheck } from '#lib/domain/check-product-names.ts'
import { FormFault } from '../form-fault.tsx'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { ACCOUNT_PRODUCTS_TEXTS } from '../texts/account-products.ts'
import { Ago } from '../time/moment.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { MissingNamesTable } from './missing-names-table.tsx'
import type { SetName } from './use-set-name.tsx'

const TEXTS = ACCOUNT_PRODUCTS_TEXTS

export type FetchProducts = Deed<[], null>

type AccountProductsSectionProps = {
  view: AccountProductsView
  canEdit: boolean
  fetchProducts: FetchProducts
  setName: SetName
}

/** The products of ONTRAPORT's account, and which names would make new ones or fail. */
export function AccountProductsSection(props: AccountProductsSectionProps) {
  const { view, canEdit, fetchProducts, setName } = props
  const { run, isRunning, fault } = useDeed(fetchProducts)
  const { listedAt, names, check } = view
  return (
    <SectionCard
      id="account-products"
      title={TEXTS.section.title}
      description={TEXTS.section.description}
      action={
        canEdit && (
          <Button
            variant="default"
            loading={isRunning}
            leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
            onClick={() =>
              run([], () => notifyDone(TEXTS.section.fetched, TEXTS.section.description))
            }
          >
            {listedAt === null ? TEXTS.section.fetch : TEXTS.section.fetchAgain}
          </Button>
        )
      }
    >
      <Stack>
        <FormFault fault={fault} />
        {listedAt === null ? (
          <Text size="sm">{TEXTS.section.notFetched}</Text>
        ) : (
          <Text size="sm" role="status">
            <Worded
              text={TEXTS.section.countFetched(names.length)}
              parts={{ ago: <Ago at={listedAt} /> }}
            />
            {!view.isComplete && TEXTS.section.isCut}
          </Text>
        )}
        {check !== null && (
          <CheckResult
            check={check}
            isCreating={view.isCreating}
            canEdit={canEdit}
            setName={setName}
          />
        )}
      </Stack>
    </SectionCard>
  )
}

type CheckResultProps = {
  check: NameCheck
  isCreating: boolean
  canEdit: boolean
  setName: SetName
}

function CheckResult({ check, isCreating, canEdit, setName }: CheckResultProps) {
  const { matchingCount, missingCount, missing, shared } = check
  return (
    <>
      {missingCount === 0 ? (
        <Notice
          tone="good"
          title={
            matchingCount === 0 ? TEXTS.check.nothingToCheck : TEXTS.check.allThere(matchingCount)
          }
          icon={<IconCircleCheck size={18} stroke={1.8} />}
        />
      ) : (
        <Notice
          tone="retry"
          title={TEXTS.check.missing(missingCount)}
          icon={<IconAlertTriangle size={18} stroke={1.8} />}
        >
          {isCreating ? TEXTS.check.wouldBeMade : TEXTS.check.wouldFail}
        </Notice>
      )}
      {shared.map(({ name, ids }) => (
        <Text key={name} size="sm">
          {TEXTS.check.shared(name, ids.length)}
        </Text>
      ))}
      {missing.length > 0 && (
        <>
          {missing.length < missingCount && (
            <Text size="sm" c="dimmed">
              {TEXTS.check.onlySome(missing.length)}
            </Text>
          )}
          <MissingNamesTable missing={missing} canEdit={canEdit} setName={setName} />
          {matchingCount > 0 && (
            <Text size="sm" c="dimmed">
              {TEXTS.check.matching(matchingCount)}
            </Text>
          )}
        </>
      )}
    </>
  )
}
