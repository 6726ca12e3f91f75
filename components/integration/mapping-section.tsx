'use client'

import { Button, Group } from '@mantine/core'
import type { ListedProductRow } from '#lib/domain/product.ts'
import { HelpNote } from '../help/help-note.tsx'
import { Link } from '../navigation.tsx'
import { AddMapping } from '../products/add-mapping.tsx'
import { ProductEmpty } from '../products/product-empty.tsx'
import { ProductTable } from '../products/product-table.tsx'
import type { SetName } from '../products/use-set-name.tsx'
import { SectionCard } from '../section-card.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import classes from './integration-screen.module.css'

const TEXTS = INTEGRATION_TEXTS.mappingSection

type MappingSectionProps = {
  products: ListedProductRow[]
  hasMore: boolean
  canEdit: boolean
  setName: SetName
}

export function MappingSection({ products, hasMore, canEdit, setName }: MappingSectionProps) {
  return (
    <SectionCard
      id="products"
      title={TEXTS.title}
      description={TEXTS.description}
      action={canEdit && <AddMapping setName={setName} />}
      isFlush
    >
      {products.length === 0 ? (
        <ProductEmpty isSearch={false} />
      ) : (
        <ProductTable products={products} canEdit={canEdit} setName={setName} />
      )}
      <div className={classes.help}>
        <HelpNote topic="tags" />
      </div>
      {hasMore && (
        <Group className={classes.foot}>
          <Button component={Link} href="/products" variant="subtle" size="compact-sm">
            {TEXTS.allProductsWithSearch}
          </Button>
        </Group>
      )}
    </SectionCard>
  )
}
