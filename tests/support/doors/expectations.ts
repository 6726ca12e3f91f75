/**
 * Who may pass each door of the product. A new page, server action or route needs
 * a row here, or tests/e2e/doors.test.ts fails and prints one to start from.
 * In paths and arguments `{transmission}` stands for the id of a transmission of
 * the first merchant, and `{merchant}` for the first merchant itself.
 */

/** The lowest role that passes; `everyone` needs no sign-in. */
export type Audience = 'everyone' | 'viewer' | 'editor' | 'owner'

export type PageRow = {
  file: string
  path: string
  mayOpen: Audience
  /** The address names something of one merchant: a member of another gets 404. */
  isOwned?: true
}

export const PAGES: readonly PageRow[] = [
  { file: 'app/(admin)/(overview)/page.tsx', path: '/', mayOpen: 'viewer' },
  { file: 'app/(admin)/affiliates/page.tsx', path: '/affiliates', mayOpen: 'viewer' },
  { file: 'app/(admin)/integration/page.tsx', path: '/integration', mayOpen: 'viewer' },
  { file: 'app/(admin)/log/(list)/page.tsx', path: '/log', mayOpen: 'viewer' },
  {
    file: 'app/(admin)/log/[id]/page.tsx',
    path: '/log/{transmission}',
    mayOpen: 'viewer',
    isOwned: true,
  },
  {
    file: 'app/(admin)/log/packet/page.tsx',
    path: '/log/packet?id={transmission}',
    mayOpen: 'viewer',
    isOwned: true,
  },
  { file: 'app/(admin)/log/resend/page.tsx', path: '/log/resend', mayOpen: 'viewer' },
  { file: 'app/(admin)/products/page.tsx', path: '/products', mayOpen: 'viewer' },
  { file: 'app/(admin)/reconcile/page.tsx', path: '/reconcile', mayOpen: 'viewer' },
  { file: 'app/(admin)/profile/page.tsx', path: '/profile', mayOpen: 'viewer' },
  {
    file: 'app/(admin)/settings/(owner)/audit/page.tsx',
    path: '/settings/audit',
    mayOpen: 'owner',
  },
  {
    file: 'app/(admin)/settings/(owner)/tokens/page.tsx',
    path: '/settings/tokens',
    mayOpen: 'owner',
  },
  { file: 'app/(admin)/settings/keeping/page.tsx', path: '/settings/keeping', mayOpen: 'viewer' },
  { file: 'app/(admin)/settings/page.tsx', path: '/settings', mayOpen: 'viewer' },
  { file: 'app/(admin)/settings/alerts/page.tsx', path: '/settings/alerts', mayOpen: 'viewer' },
  { file: 'app/(admin)/settings/members/page.tsx', path: '/settings/members', mayOpen: 'viewer' },
  { file: 'app/(admin)/settings/store/page.tsx', path: '/settings/store', mayOpen: 'viewer' },
  { file: 'app/(welcome)/join/page.tsx', path: '/join?token=none', mayOpen: 'everyone' },
  { file: 'app/(welcome)/no-store/page.tsx', path: '/no-store', mayOpen: 'viewer' },
  { file: 'app/(welcome)/set-up/page.tsx', path: '/set-up', mayOpen: 'everyone' },
  { file: 'app/(welcome)/sign-in/page.tsx', path: '/sign-in', mayOpen: 'everyone' },
]

/** What an action is given: values, or a form with an uploaded file of this text. */
export type Given = readonly unknown[] | { file: string }

export type ActionRow = { file: string; action: string; mayDo: Audience; given: Given }

const ON_INTEGRATION = 'app/(admin)/integration/actions.ts'
const ON_WAY = 'app/(admin)/integration/way-actions.ts'
const ON_PIXEL = 'app/(admin)/integration/pixel-actions.ts'
const ON_ULTRACART = 'app/(admin)/integration/ultracart-actions.ts'
const ON_STORE = 'app/(admin)/products/store-actions.ts'
const ON_SANDBOX = 'app/(admin)/sandbox/actions.ts'
const ON_LISTS = 'app/(admin)/products/list-actions.ts'
const ON_AFFILIATES = 'app/(admin)/affiliates/actions.ts'
const ON_LOG = 'app/(admin)/log/(list)/actions.ts'
const ON_BULK = 'app/(admin)/log/resend/actions.ts'
const ON_TRANSMISSION = 'app/(admin)/log/[id]/actions.ts'

const ON_ALERTS = 'app/(admin)/settings/alerts/actions.ts'
const ON_MEMBERS = 'app/(admin)/settings/members/actions.ts'
const ON_TOKENS = 'app/(admin)/settings/(owner)/tokens/actions.ts'
const ON_KEEPING = 'app/(admin)/settings/keeping/actions.ts'
const ON_STORE_SETTINGS = 'app/(admin)/settings/store/actions.ts'
const ON_PROFILE = 'app/(admin)/profile/actions.ts'
const ON_JOIN = 'app/(welcome)/join/actions.ts'

const PRODUCT_LIST = { file: 'item_id,product_name\nTEA-1,Tea\n' }
const AFFILIATE_LIST = { file: 'Affiliate ID,Approved,Email\n7,yes,seven@example.com\n' }
const CHANNEL = { id: null, kind: 'mail', target: 'alerts@example.com', tells: ['bad'] }
const WISH = { id: '{transmission}', mode: 'original', nonce: 'a nonce of a click' }
const BULK_WISH = { query: '', statuses: ['held'], mode: 'original', nonce: 'a nonce of a run' }
const BACKFILL = {
  ...{ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', isStartDateMoved: false },
}
const SET_UP = {
  ...{ email: 'new@example.com', password: 'four words do well', merchantId: 'NEW' },
  ...{ merchantName: 'New', startDate: null, isSandbox: false },
}

/** Given so that nothing but the role, or whose it is, can be what is wrong. */
export const ACTIONS: readonly ActionRow[] = [
  row('app/(admin)/actions.ts', 'chooseMerchant', 'viewer', ['{merchant}']),
  row('app/(admin)/actions.ts', 'tryNow', 'editor', []),
  row(ON_AFFILIATES, 'previewList', 'editor', AFFILIATE_LIST),
  row(ON_AFFILIATES, 'importList', 'editor', AFFILIATE_LIST),
  row(ON_INTEGRATION, 'saveKey', 'editor', ['another-key-0001']),
  row(ON_INTEGRATION, 'testKey', 'editor', []),
  row(ON_INTEGRATION, 'rotatePassword', 'editor', []),
  row(ON_INTEGRATION, 'previewRule', 'viewer', ['test-orders', 'send']),
  row(ON_INTEGRATION, 'setRule', 'editor', ['test-orders', 'send']),
  row(ON_PIXEL, 'chooseMethod', 'editor', ['pixel']),
  row(ON_WAY, 'saveApp', 'editor', ['an-app-id', 'a-key-0001']),
  row(ON_WAY, 'chooseWay', 'editor', ['receiver']),
  row(ON_WAY, 'fetchProducts', 'editor', []),
  row(ON_PIXEL, 'saveTheme', 'editor', ['DFLT', 'mine.ontraport.com']),
  row(ON_PIXEL, 'deleteTheme', 'editor', ['DFLT']),
  row(ON_ULTRACART, 'saveSimpleKey', 'editor', ['a-simple-key-0001']),
  row(ON_ULTRACART, 'tryWebhookSetUp', 'editor', []),
  row(ON_ULTRACART, 'setUpWebhook', 'editor', []),
  row(ON_ULTRACART, 'loadUltraCartLog', 'editor', []),
  row(ON_ULTRACART, 'loadUltraCartDelivery', 'editor', [1, 'a-request']),
  row(ON_ULTRACART, 'startBackfill', 'editor', [BACKFILL]),
  row(ON_ULTRACART, 'cancelBackfill', 'editor', []),
  row('app/(admin)/products/actions.ts', 'setProductName', 'editor', [
    { itemId: 'TEA-1', productName: 'Tea' },
  ]),
  row(ON_LISTS, 'previewList', 'editor', PRODUCT_LIST),
  row(ON_LISTS, 'importList', 'editor', PRODUCT_LIST),
  row(ON_STORE, 'saveKey', 'editor', ['a-simple-key-0001']),
  row(ON_STORE, 'startSync', 'editor', ['all']),
  row(ON_STORE, 'cancelSync', 'editor', []),
  row(ON_STORE, 'makeFeedKey', 'editor', []),
  row(ON_TRANSMISSION, 'resend', 'editor', [{ ...WISH, isSentAllowed: true }]),
  row(ON_TRANSMISSION, 'loadToday', 'viewer', ['{transmission}']),
  row(ON_TRANSMISSION, 'close', 'editor', [{ id: '{transmission}', as: 'failed' }]),
  row(ON_LOG, 'loadTransmission', 'viewer', ['{transmission}']),
  row(ON_LOG, 'watchLog', 'viewer', [{ search: '', after: '{transmission}', shown: [] }]),
  row(ON_LOG, 'saveView', 'editor', [{ name: 'Failing', query: 'status=failed', isTeam: true }]),
  row(ON_LOG, 'changeView', 'viewer', ['{transmission}', { kind: 'delete' }]),
  row(ON_BULK, 'start', 'editor', [BULK_WISH]),
  row(ON_BULK, 'steer', 'editor', ['pause']),
  row(ON_SANDBOX, 'chooseAnswer', 'editor', ['accept']),
  row(ON_SANDBOX, 'switchSandbox', 'editor', [true]),
  row(ON_SANDBOX, 'fillStore', 'editor', []),
  row(ON_ALERTS, 'save', 'editor', [CHANNEL]),
  row(ON_ALERTS, 'remove', 'editor', ['{transmission}']),
  row(ON_ALERTS, 'test', 'editor', ['{transmission}']),
  row(ON_ALERTS, 'saveHour', 'editor', [9]),
  row(ON_MEMBERS, 'invite', 'owner', [{ email: 'invited@example.com', role: 'viewer' }]),
  row(ON_MEMBERS, 'withdraw', 'owner', ['{transmission}']),
  row(ON_MEMBERS, 'changeRole', 'owner', [{ userId: '{transmission}', role: 'viewer' }]),
  row(ON_MEMBERS, 'remove', 'owner', ['{transmission}']),
  row(ON_TOKENS, 'add', 'owner', ['nightly report']),
  row(ON_TOKENS, 'revoke', 'owner', ['{transmission}']),
  row(ON_KEEPING, 'save', 'owner', [{ bodyDays: 90, rowMonths: 24 }]),
  row(ON_KEEPING, 'look', 'owner', ['nobody@example.com']),
  row(ON_KEEPING, 'erase', 'owner', [{ email: 'nobody@example.com', waiting: 'refuse' }]),
  row(ON_STORE_SETTINGS, 'save', 'owner', [{ name: 'Tea House', timeZone: 'Europe/Berlin' }]),
  row(ON_PROFILE, 'save', 'viewer', [{ name: 'Ann', timeZone: 'Europe/Berlin' }]),
  row(ON_PROFILE, 'changePassword', 'viewer', [{ current: 'not it', next: 'words of another' }]),
  row(ON_JOIN, 'join', 'everyone', ['no token', { name: 'New', password: 'four words do well' }]),
  row(ON_JOIN, 'accept', 'viewer', ['no token']),
  row('app/(welcome)/set-up/actions.ts', 'completeSetUp', 'everyone', ['no token', SET_UP]),
  // The last one: whoever may leave is no member afterwards.
  row(ON_MEMBERS, 'leave', 'viewer', ['{merchant}']),
]

/** How a caller of a route proves itself. */
export type Proof = 'none' | 'session' | 'token' | 'basic' | 'feed-key'

export type RouteRow = {
  /** A file of app/, or `front` for what the HTTP server answers before the web app. */
  file: string
  method: string
  path: string
  proof: Proof
  /** For a session. */
  mayCall?: Audience
  /** The address names something of one merchant: one of another gets 404. */
  isOwned?: true
  body?: string
}

const API = 'app/api'

export const ROUTES: readonly RouteRow[] = [
  {
    file: 'app/(admin)/products/download/route.ts',
    method: 'GET',
    path: '/products/download',
    proof: 'session',
    mayCall: 'viewer',
  },
  {
    file: 'app/(admin)/settings/(owner)/audit/download/route.ts',
    method: 'GET',
    path: '/settings/audit/download',
    proof: 'session',
    mayCall: 'owner',
  },
  {
    file: 'app/(admin)/reconcile/download/route.ts',
    method: 'GET',
    path: '/reconcile/download',
    proof: 'session',
    mayCall: 'viewer',
  },
  {
    file: 'app/(admin)/log/export/route.ts',
    method: 'GET',
    path: '/log/export?format=csv',
    proof: 'session',
    mayCall: 'viewer',
  },
  {
    file: 'app/(admin)/log/[id]/download/route.ts',
    method: 'GET',
    path: '/log/{transmission}/download?part=snapshot',
    proof: 'session',
    mayCall: 'viewer',
    isOwned: true,
  },
  {
    file: 'app/(admin)/log/packet/download/route.ts',
    method: 'GET',
    path: '/log/packet/download?id={transmission}',
    proof: 'session',
    mayCall: 'viewer',
    isOwned: true,
  },
  ...['GET', 'POST'].map((method) =>
    open(`${API}/auth/[...nextauth]/route.ts`, method, '/api/auth/csrf'),
  ),
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) =>
    open(`${API}/[...path]/route.ts`, method, '/api/nothing/here'),
  ),
  open(`${API}/health/live/route.ts`, 'GET', '/api/health/live'),
  open(`${API}/health/ready/route.ts`, 'GET', '/api/health/ready'),
  open(`${API}/metrics/route.ts`, 'GET', '/api/metrics'),
  ...['GET', 'HEAD'].map((method) =>
    open(`${API}/pixel/[merchantId]/route.ts`, method, '/api/pixel/{merchant}?order=DEMO-1'),
  ),
  open('front', 'GET', '/api/pixel/{merchant}?order=DEMO-1'),
  open('front', 'GET', '/api/metrics'),
  ...['GET', 'HEAD'].map((method) => ({
    ...open(`${API}/items/[merchantId]/route.ts`, method, '/api/items/{merchant}'),
    proof: 'feed-key' as const,
  })),
  ...[`${API}/webhooks/ultracart/[merchantId]/route.ts`, 'front'].map((file) => ({
    ...open(file, 'POST', '/api/webhooks/ultracart/{merchant}'),
    proof: 'basic' as const,
    body: '{"events":[]}',
  })),
  ...[`${API}/affiliates/[merchantId]/route.ts`, 'front'].map((file) => ({
    ...open(file, 'POST', '/api/affiliates/{merchant}'),
    proof: 'basic' as const,
    body: '[]',
  })),
  {
    file: `${API}/transmissions/route.ts`,
    method: 'GET',
    path: '/api/transmissions',
    proof: 'token',
  },
  {
    file: `${API}/transmissions/[id]/route.ts`,
    method: 'GET',
    path: '/api/transmissions/{transmission}',
    proof: 'token',
    isOwned: true,
  },
  {
    file: `${API}/transmissions/[id]/resend/route.ts`,
    method: 'POST',
    path: '/api/transmissions/{transmission}/resend',
    proof: 'token',
    isOwned: true,
    body: '{"confirmSent":true}',
  },
]

function row(file: string, action: string, mayDo: Audience, given: Given): ActionRow {
  return { file, action, mayDo, given }
}

function open(file: string, method: string, path: string): RouteRow {
  return { file, method, path, proof: 'none' }
}
