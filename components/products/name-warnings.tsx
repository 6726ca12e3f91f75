'use client'

import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProductRow } from '#lib/domain/product.ts'
import { type ProductWarning, warningsOf } from '#lib/domain/product-warnings.ts'
import { FormFault } from '../form-fault.tsx'
import classes from './product-table.module.css'
import { type SetName, useSetName } from './use-set-name.tsx'

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
              <Cure label={`Rename ${product.itemId}`} onClick={onRename}>
                Rename
              </Cure>
            )}
            {warning !== 'same-name' && (
              <Cure
                label={`Send ${product.itemId} as its item id`}
                onClick={keepId}
                isRunning={isRunning}
              >
                {warning === 'unmapped' ? 'It is called that in ONTRAPORT' : 'Send the item id'}
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
  const more = sameNameAs.length > LISTED ? ` and ${sameNameAs.length - LISTED} more` : ''
  switch (warning) {
    case 'unmapped':
      return 'Sold under its item id. If ONTRAPORT knows the product by another name, it makes a second one; enter that name.'
    case 'same-name':
      return `Same name as ${listed}${more}: ONTRAPORT cannot tell them apart. Give each its own name.`
    case 'copied':
      return `The field oapProductid is the same as that of ${listed}${more}: the item was copied and the field not changed, so ONTRAPORT shows one product twice.`
  }
}
