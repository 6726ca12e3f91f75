'use client'

import { UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Suspense, useRef, useState, useTransition } from 'react'
import type { ListedProductRow, ProductRow } from '#lib/domain/product.ts'
import { Badge } from '../badge.tsx'
import { later } from '../later.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { SOURCE_WORDS } from '../texts/words.ts'
import { NameWarnings } from './name-warnings.tsx'
import classes from './product-table.module.css'
import { SuggestedNames } from './suggested-names.tsx'
import type { SetName } from './use-set-name.tsx'

const NameEditor = later(() => import('./name-editor.tsx').then((file) => file.NameEditor))

type NameCellProps = { product: ListedProductRow; canEdit: boolean; setName: SetName }

/** The name that is sent and where it comes from; a click or Enter opens it for a change. */
export function NameCell({ product, canEdit, setName }: NameCellProps) {
  const [isEditing, setEditing] = useState(false)
  const [, startTransition] = useTransition()
  const button = useRef<HTMLButtonElement>(null)
  // The name stands there until the editor is.
  const edit = () => startTransition(() => setEditing(true))
  const close = () => {
    setEditing(false)
    // The editor is gone after the next paint, and the focus would be lost with it.
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <Suspense>
      {isEditing ? (
        <NameEditor product={product} setName={setName} onClose={close} />
      ) : (
        <>
          <div className={classes.name}>
            {canEdit ? (
              <UnstyledButton
                ref={button}
                className={classes.nameButton}
                aria-label={PRODUCTS_TEXTS.nameCell.changeTheNameOf(
                  product.itemId,
                  product.nameSent,
                )}
                onPointerEnter={NameEditor.preload}
                onFocus={NameEditor.preload}
                onClick={edit}
              >
                {product.nameSent}
                <IconPencil size={15} stroke={1.8} aria-hidden />
              </UnstyledButton>
            ) : (
              <span>{product.nameSent}</span>
            )}
            <SourceBadge product={product} />
          </div>
          <NameWarnings product={product} canEdit={canEdit} setName={setName} onRename={edit} />
          {canEdit && <SuggestedNames product={product} setName={setName} />}
        </>
      )}
    </Suspense>
  )
}

function SourceBadge({ product }: { product: ProductRow }) {
  const { label, meaning } = SOURCE_WORDS[product.nameSource]
  return (
    <Badge tone={product.nameSource === 'mapping' ? 'busy' : 'quiet'} title={meaning}>
      {label}
    </Badge>
  )
}
