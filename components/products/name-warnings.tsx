'use client'

import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProductRow } from '#lib/domain/product.ts'
import { type ProductWarning, warningsOf } from '#lib/domain/product-warnings.ts'
import { FormFault } from '../form-fault.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import classes from './product-table.module.css'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.nameWarnings

type NameWarningsProps = {
  product: ProductRow
  canEdit: boolean
  setName: SetName
  onRename: () => void
}

/** What is doubtful about an item's name, with its cure on a button. */
export function NameWarnings(props: NameWarningsProps) {
  return warningsOf(props.product).map((warning) => (
    <Warning key={warning} warning={warning} {...props} />
  ))
}

type WarningProps = NameWarningsProps & { warning: ProductWarning }

function Warning({ warning, product, canEdit, setName, onRename }: WarningProps) {
  const { save, isRunning, fault } = useSetName(setName)
  const keepId = () => save(product, product.itemId, () => {})
  return (
    <div className={classes.warning}>
      <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
      <div>
        <span>{sayWarning(warning, product)}</span>
        {canEdit && (
          <Group gap={6} mt={4}>
            {warning !== 'unmapped' && (
              <Cure label={TEXTS.renameItem(product.itemId)} onClick={onRename}>
                {TEXTS.rename}
              </Cure>
            )}
            {warning !== 'same-name' && (
              <Cure
                label={TEXTS.sendAsItsItem(product.itemId)}
                onClick={keepId}
                isRunning={isRunning}
              >
                {warning === 'unmapped' ? TEXTS.itIsCalledThat : TEXTS.sendTheItemId}
              </Cure>
            )}
          </Group>
        )}
        <FormFault fault={fault} />
      </div>
    </div>
  )
}

type CureProps = { label: string; onClick: () => void; isRunning?: boolean; children: ReactNode }

function Cure({ label, onClick, isRunning = false, children }: CureProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      mih={24}
      aria-label={`${label}: ${children}`}
      onClick={onClick}
      loading={isRunning}
    >
      {children}
    </Button>
  )
}

const LISTED = 3

function sayWarning(warning: ProductWarning, { sameNameAs }: ProductRow): string {
  const listed = sameNameAs.slice(0, LISTED).join(', ')
  const more = sameNameAs.length > LISTED ? TEXTS.andMore(sameNameAs.length - LISTED) : ''
  switch (warning) {
    case 'unmapped':
      return TEXTS.soldUnderItsItem
    case 'same-name':
      return TEXTS.sameNameAsOntraport(listed, more)
    case 'copied':
      return TEXTS.theFieldOapproductidIs(listed, more)
  }
}
