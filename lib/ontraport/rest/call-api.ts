import type { Answer } from '../answer.ts'
import { callOntraport } from '../call-ontraport.ts'
import { agentFor } from '../receiver-agent.ts'
import type { ApiAccess } from './account.ts'
import type { ApiCall } from './api-call.ts'

/** Shorter than the receiver's: with the wait for its turn a call must end before the sweep gives the message up. */
const API_TIMEOUT_MS = 15_000

/** Makes one call of the API; what comes of it is never thrown, and neither App ID nor key is in the answer. */
export async function callApi(
  { baseUrl, appId, key }: ApiAccess,
  { method, path, body }: ApiCall,
  { totalTimeoutMs = API_TIMEOUT_MS }: { totalTimeoutMs?: number } = {},
): Promise<Answer> {
  return callOntraport({
    url: new URL(`${baseUrl.replace(/\/$/, '')}${path}`),
    method,
    headers: {
      'api-appid': appId,
      'api-key': key,
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    body: body === null ? null : JSON.stringify(body),
    secrets: [appId, key],
    agent: agentFor(new URL(baseUrl).origin),
    totalTimeoutMs: Math.min(totalTimeoutMs, API_TIMEOUT_MS),
  })
}
