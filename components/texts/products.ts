import { counted } from './plural.ts'

export const PRODUCTS_TEXTS = {
  addMapping: {
    addAName: 'Add a name',
    title: 'Add a product name',
    enterTheItemId: 'Enter the item id.',
    enterTheProductName: 'Enter the product name.',
    itemId: 'Item id',
    description: 'As it is in UltraCart.',
    productNameInOntraport: 'Product name in ONTRAPORT',
    exactlyAsTheProduct: 'Exactly as the product is called there.',
    save: 'Save',
  },
  feedSection: {
    title: 'Item feed',
    description:
      'ONTRAPORT can poll the items that are for sale, under the names above. Every poll is in the log.',
    thereIsNoKey: 'There is no key yet, so nobody can read the feed.',
    feedAddressWithoutIts: 'Feed address without its key',
    key: '?key=',
    theKeyBeforeIt: ' The key before it opens the feed until {moment}.',
    itIsOpenedBy:
      'It is opened by the key that ends in {keyHint}, as {code} or as the password of HTTP Basic.{more}',
    feedAddressWithIts: 'Feed address with its key',
    copyItNow: 'Copy it now',
    theKeyBeforeIt2: ' The key before it stays valid for 24 hours.',
    theKeyIsShown: 'The key is shown this once; only its fingerprint is kept.{more}',
    makeANewFeed: 'Make a new feed key?',
    theKeyInUse:
      'The key in use opens the feed for 24 hours more. Give ONTRAPORT the new address before that time is over.',
    makeANewKey: 'Make a new key',
    keepTheOldOne: 'Keep the old one',
    makeTheFeedKey: 'Make the feed key',
    newFeedKey: 'New feed key…',
    polls: (count: number) => counted(count, { one: 'poll', other: 'polls' }),
    withAWrongKey: (polls: string) => `${polls} with a wrong key`,
    theLastOneIf:
      'The last one {ago}. If ONTRAPORT shows no items, give it the address with a new key.',
  },
  itemCell: {
    notSeenInThe: 'Not seen in the store yet; the name waits for its first order.',
    whatTheNextOrder: (itemId: string) => `What the next order would say of ${itemId}`,
    nextOrder: 'Next order',
  },
  listButtons: {
    downloadCsv: 'Download CSV',
    uploadCsv: 'Upload CSV',
    title: 'Upload items and product names',
    theFirstRowNames:
      'The first row names the columns: item_id, and product name or description; price and currency where you have them. A download that was edited will do. What UltraCart says of an item counts more than the list.',
    pasteNames: 'Paste names',
    pasteProductNamesFrom: 'Paste product names from a spreadsheet',
    twoColumnsItemId: 'Two columns: item id and product name',
    copyBothColumnsIn:
      'Copy both columns in the spreadsheet and paste them here. Nothing is changed before you have seen what would be.',
    placeholder: 'TEA-GREEN-100\tGreen Tea (100 g)\nMUG-BLUE\tMug, blue',
    newAndChangedItems: (added: number, changed: number) =>
      `${added} new and ${changed} changed items.`,
  },
  listPreview: {
    whatTheListWould: 'What the list would change',
    row: 'Row',
    item: 'Item',
    whatHappens: 'What happens',
  },
  nameCell: {
    changeTheNameOf: (itemId: string, nameSent: string) =>
      `Change the name of ${itemId}, now ${nameSent}`,
  },
  nameEditor: {
    productNameInOntraport: (itemId: string) => `Product name in ONTRAPORT for ${itemId}`,
    description:
      'Enter saves, Esc puts back. Empty: the oapProductid field or the item id is sent.',
  },
  nameWarnings: {
    renameItem: (itemId: string) => `Rename ${itemId}`,
    rename: 'Rename',
    sendAsItsItem: (itemId: string) => `Send ${itemId} as its item id`,
    itIsCalledThat: 'It is called that in ONTRAPORT',
    sendTheItemId: 'Send the item id',
    andMore: (count: number) => ` and ${count} more`,
    soldUnderItsItem:
      'Sold under its item id. If ONTRAPORT knows the product by another name, it makes a second one; enter that name.',
    sameNameAsOntraport: (listed: string, more: string) =>
      `Same name as ${listed}${more}: ONTRAPORT cannot tell them apart. Give each its own name.`,
    theFieldOapproductidIs: (listed: string, more: string) =>
      `The field oapProductid is the same as that of ${listed}${more}: the item was copied and the field not changed, so ONTRAPORT shows one product twice.`,
  },
  nextOrderSection: {
    title: 'What the next order would say',
    thereIsNoItem: (itemId: string) => `There is no item ${itemId}.`,
    noRecentOrderHas: (itemId: string) =>
      `No recent order has ${itemId}; this is its own line, with the name of today.`,
    with: (itemId: string) => ` with ${itemId}`,
    theLinesOfThe:
      'The lines of the last order{more}, {anchor}, as they would be sent with the names of today.',
  },
  productEmpty: {
    title: 'No product matches',
    clearTheSearch: 'Clear the search',
    itemIdsDescriptionsAnd: 'Item ids, descriptions and names are searched.',
    noItemsYet: 'No items yet',
    itemsAppearByThemselves:
      'Items appear by themselves with the first order or item event from UltraCart. To have them all now, sync them below or upload a list. You can enter names before that with “Add a name”; without one, the item id is sent.',
  },
  productTable: {
    itemsAndTheProduct: 'Items and the product names that ONTRAPORT gets',
    item: 'Item',
    oapproductidField: 'oapProductid field',
    productNameInOntraport: 'Product name in ONTRAPORT',
  },
  productsScreen: {
    title: 'Products',
    description:
      'ONTRAPORT knows products by name. Where a name there differs from the item id here, enter it; it counts from the next message on.',
    searchTheProducts: 'Search the products',
    placeholder: 'Item id, description or name',
    loading: 'Loading',
    productsShown: (productsCount: number) => `${productsCount} products shown`,
  },
  recentPolls: {
    nobodyHasPolledThe: 'Nobody has polled the feed yet.',
    latestPolls: 'Latest polls',
    allPollsInThe: 'All polls in the log',
  },
  simpleKeyForm: {
    simpleKeyOfUltracart: 'Simple key of UltraCart',
    description:
      'In UltraCart: Configuration → Back Office → Authorized Applications → new application with a simple key. It needs item_read; to set up the webhook and to fetch past orders also webhook_read, webhook_write and order_read. It is kept encrypted.',
    simpleKeySaved: 'Simple key saved',
    simpleKeySavedFor: 'Simple key saved for a part',
  },
  suggestedNames: {
    similar: 'Similar:',
    sendAs: (itemId: string, name: string) => `Send ${itemId} as ${name}`,
    title: (usedBy: string) => `Already the name of ${usedBy}`,
    as: (name: string, usedBy: string) => `${name} (as ${usedBy})`,
  },
  syncSection: {
    title: 'Sync from UltraCart',
    description:
      'Item events keep this list up to date. A sync fetches the items that were there before, with their prices and oapProductid fields.',
    anOwnerOrEditor: 'An owner or editor of this store can enter UltraCart’s simple key.',
    cancelTheSync: 'Cancel the sync',
    replaceTheKey: (simpleKeyHint: string) => `Replace the key ${simpleKeyHint}…`,
    syncAllItems: 'Sync all items',
    syncChanges: 'Sync changes',
    allItemsAreHere: 'All items are here as they were {ago}.',
  },
  syncState: {
    noSyncYet: 'No sync yet.',
    itemsFetched: (seenCount: number) => `${seenCount} items fetched`,
    ofItemsFetched: (seenCount: number, totalCount: number) =>
      `${seenCount} of ${totalCount} items fetched`,
    progressOfTheSync: 'Progress of the sync',
    itGoesOnThis: 'It goes on {countdown}; this page may be left meanwhile.',
    items: (count: number) => counted(count, { one: 'item', other: 'items' }),
    title: (items: string) => `${items} fetched`,
    changedSinceTheLast: (items: string) => `${items} changed since the last sync`,
    couldNotBeRead: (faultyCount: number, firstFault: string) =>
      `; ${faultyCount} could not be read: ${firstFault}`,
    itemsThatAreGone:
      'items that are gone at UltraCart were left as they are, since the list changed or could not be read whole; sync all items once more',
    areGone: (count: number) =>
      `${counted(count, { one: 'item is', other: 'items are' })} gone at UltraCart and no longer active here`,
    theLastSyncFailed: 'The last sync failed',
    theLastSyncWas: 'The last sync was cancelled',
    checkTheKeyAnd: ' Check the key and its permissions in UltraCart, then start it again.',
    whatWasFetchedUntil:
      '{message} What was fetched until then is kept ({seenCount} items).{isFailed}',
  },
  useSetName: {
    nameSaved: 'Name saved',
    isSentAsFrom: (itemId: string, nameSent: string) =>
      `${itemId} is sent as “${nameSent}” from now on.`,
    undo: 'Undo',
    theChangeCouldNot: 'The change could not be undone',
    changeUndone: 'Change undone',
    isSentAsAgain: (itemId: string, nameSent: string) =>
      `${itemId} is sent as “${nameSent}” again.`,
  },
  warningFilter: {
    soldNoNameEntered: 'sold, no name entered',
    sameNameTwice: 'same name twice',
    copiedOapproductid: 'copied oapProductid',
    warnings: 'Warnings',
    toCheck: 'To check:',
  },
} as const
