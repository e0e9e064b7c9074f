import { z } from 'zod'
import type { Running } from '#server/base/runtime.ts'
import { kept } from '#server/base/runtime.ts'

const discovery = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }).optional() })
/** ms */
const [patience, age] = [3_000, 3_600_000]

const cache = kept('provider-sign-out', () => ({ at: 0, endpoint: null as string | null }))

/** Returns the page of the provider that signs out there and comes back; null where it offers none or is away. */
export async function providerSignOut({ env }: Pick<Running, 'env'>): Promise<string | null> {
  if (env.oidc === null) return null
  if (Date.now() - cache.at > age) {
    cache.endpoint = await endpointOf(env.oidc.issuer)
    cache.at = Date.now()
  }
  if (cache.endpoint === null) return null
  const url = new URL(cache.endpoint)
  url.searchParams.set('client_id', env.oidc.clientId)
  url.searchParams.set('post_logout_redirect_uri', `${env.publicUrl}/`)
  return url.href
}

async function endpointOf(issuer: string): Promise<string | null> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(patience),
    })
    return discovery.parse(await response.json()).end_session_endpoint ?? null
  } catch {
    return null
  }
}
