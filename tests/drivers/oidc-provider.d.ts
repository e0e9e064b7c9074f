/** What the tests use of the package, which ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: Record<string, unknown>[]
        claims: Record<string, string[]>
        conformIdTokenClaims: boolean
        findAccount(
          context: unknown,
          id: string,
        ): { accountId: string; claims(): { sub: string } & Record<string, unknown> }
      },
    )
    callback(): RequestListener
  }
}
