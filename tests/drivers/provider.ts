import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { Env } from '#server/base/env.ts'

/** The settings of a provider that is only thought of. */
export const providerSettings = (more: Partial<NonNullable<Env['oidc']>> = {}): NonNullable<Env['oidc']> => ({
  issuer: 'https://id.example.org',
  clientId: 'brownpaper',
  clientSecret: 'secret',
  name: 'the office',
  workspace: null,
  role: 'manager',
  roleClaim: null,
  ...more,
})

/** A real OIDC provider on a free port, with one client; anybody can sign in on its page. */
export async function openProvider(
  client: { id: string; secret: string; redirect: string; home: string },
  /** What it says of people beside their name and address; `undefined` takes a claim away. */
  claimsOf: (id: string) => Record<string, unknown> = () => ({}),
) {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        post_logout_redirect_uris: [client.home],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub', 'roles'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `${id} from the provider`,
        email: `${id}@provider.example`,
        email_verified: true,
        ...claimsOf(id),
      }),
    }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
