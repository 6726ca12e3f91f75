import { getOperatorAccess } from '#lib/services/get-operator-access.ts'
import { setProductName } from '#lib/services/set-product-name.ts'
import type { Command } from './command.ts'

export const MAPPING_COMMANDS: Command[] = [
  {
    name: 'mapping set',
    usage: 'ID ITEM "PRODUCT NAME"',
    summary: 'Sets the name that ONTRAPORT gets for an item; an empty name takes the mapping away.',
    positionalCount: 3,
    options: [],
    run: async ({ positionals: [merchantId = '', item = '', name = ''] }) => {
      const access = await getOperatorAccess(merchantId)
      const { itemId, mappedName, nameSent, nameSource } = await setProductName(access, {
        itemId: item,
        productName: name,
      })
      return { merchantId, itemId, productName: mappedName, nameSent, nameSource }
    },
  },
]
