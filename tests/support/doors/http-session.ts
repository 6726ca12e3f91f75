/** A caller over HTTP who keeps cookies, as a browser does, and follows no redirect. */
export class HttpSession {
  readonly #url: string
  readonly #origin: string
  readonly #jar = new Map<string, string>()

  /** `origin` is the address that people use, when it is another than the one called. */
  constructor(url: string, origin = url) {
    this.#url = url
    this.#origin = origin
  }

  /** The `Set-Cookie` lines of every answer so far. */
  readonly cookieLines: string[] = []

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.#jar.size > 0) headers.set('cookie', this.cookie)
    const answer = await fetch(this.#url + path, { redirect: 'manual', ...init, headers })
    this.#keep(answer)
    return answer
  }

  /** The status and the address that next-auth answers with; `error` stands in that address. */
  async signIn(
    email: string,
    password: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; url: string }> {
    const { csrfToken }: { csrfToken: string } = await (await this.call('/api/auth/csrf')).json()
    const answer = await this.call('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: this.#origin, ...headers },
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
    })
    const { url = '' }: { url?: string } = await answer.json()
    return { status: answer.status, url }
  }

  #keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      this.cookieLines.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) this.#jar.delete(name)
      else this.#jar.set(name, value)
    }
  }
}
