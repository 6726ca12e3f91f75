import type { Page, Response } from 'playwright-core'

export type LoadedScripts = {
  /** Of those that the page's own HTML names, compressed as they came. */
  firstLoadBytes: number
  /** Those too that came later, until nothing was under way any more. */
  allBytes: number
}

/** Opens an address with an empty cache and weighs its scripts. */
export async function loadedScripts(page: Page, url: string): Promise<LoadedScripts> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.clearBrowserCache')
  const responses: Response[] = []
  const note = (response: Response) => {
    if (response.request().resourceType() === 'script') responses.push(response)
  }
  page.on('response', note)
  const document = await page.goto(url, { waitUntil: 'networkidle' })
  page.off('response', note)
  const html = (await document?.text()) ?? ''
  const weighed = await Promise.all(responses.map(weigh))
  const first = weighed.filter(({ path }) => html.includes(`src="${path}"`))
  return { firstLoadBytes: sum(first), allBytes: sum(weighed) }
}

type Weighed = { path: string; bytes: number }

async function weigh(response: Response): Promise<Weighed> {
  const { responseBodySize } = await response.request().sizes()
  const { pathname, search } = new URL(response.url())
  return { path: `${pathname}${search}`, bytes: responseBodySize }
}

function sum(scripts: readonly Weighed[]): number {
  return scripts.reduce((total, { bytes }) => total + bytes, 0)
}
