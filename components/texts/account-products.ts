import { counted } from './plural.ts'

const products = (count: number) => counted(count, { one: 'product', other: 'products' })

export const ACCOUNT_PRODUCTS_TEXTS = {
  section: {
    title: 'Products in ONTRAPORT',
    description:
      'The names of the account’s products, against those that the next messages say. Looking changes nothing there.',
    fetch: 'Fetch the list',
    fetchAgain: 'Fetch it again',
    notFetched:
      'The list has not been fetched yet. Fetch it before the first sale goes by the API: it shows which names the two sides spell differently, and gives you the names to choose from.',
    fetched: 'List fetched',
    countFetched: (count: number) => `${products(count)}, fetched {ago}.`,
    isCut: ' The account has more than that; the others are not in this list.',
  },
  check: {
    allThere: (count: number) =>
      `${counted(count, { one: 'name', other: 'names' })} that messages may say: all there, letter by letter.`,
    nothingToCheck: 'No item is known here yet, so there is no name to look for.',
    missing: (count: number) =>
      counted(count, {
        one: 'name has no product in ONTRAPORT',
        other: 'names have no product in ONTRAPORT',
      }),
    wouldBeMade:
      'By the API the first sale of each makes a product of that name there. If one is meant that is there already, choose its name.',
    wouldFail:
      'By the API a sale of one fails here and waits until it has a name that is there. The rule “Products that ONTRAPORT lacks” decides whether they are made instead.',
    matching: (count: number) => `${products(count)} found there, letter by letter.`,
    onlySome: (shown: number) => `The first ${shown} of them:`,
    shared: (name: string, count: number) =>
      `ONTRAPORT has ${count} products named “${name}”; sales go to the one that it lists first.`,
  },
  table: {
    label: 'Names that ONTRAPORT has no product of',
    here: 'Name here',
    there: 'In ONTRAPORT',
    ofItems: (itemIds: string) => `of ${itemIds}`,
    sameBut: 'Spelled otherwise: ',
    near: 'Most like it: ',
    none: 'None like it',
    use: (name: string) => `Send as “${name}”`,
  },
  editor: {
    nameThere: 'Choose one of the account’s products, or type a name.',
  },
} as const
