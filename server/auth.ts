import { headers } from 'next/headers'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import { audit } from '#server/base/audit.ts'
import { type Running, running } from '#server/base/runtime.ts'
import { cookieAge, cookieName, madeAtOf, newSignIn, secureCookies, sessionCookieName } from '#server/http/cookies.ts'
import { linkingOf } from '#server/http/linking.ts'
import { askingSignIn } from '#server/http/route.ts'
import { endSignIn, hasRunOut, type SignedIn } from '#server/http/signed-in.ts'
import type { PersonRecord } from './store/store.ts'
import { comeByProvider, ProviderRefusal } from './use-cases/provider.ts'

/**
 * next-auth for the OIDC provider, configured for each request with the settings of the running server. Its token names
 * the person and the sign-in.
 */
const auth = NextAuth(request => configure(running(), request))
export const handlers = auth.handlers

/**
 * Returns the address at the configured OIDC provider where a person signs in; sets the cookies that the return needs.
 */
export const providerStart = (returnTo: string): Promise<string> =>
  auth.signIn(providerId, { redirect: false, redirectTo: returnTo })

/** The name of the configured OIDC provider, for its button; null for none. */
export const providerName = (): string | null => running().env.oidc?.name ?? null

/** Returns the person who requests this page and the sign-in of their browser, or null if nobody is signed in. */
export const signedInHere = async (): Promise<SignedIn | null> => askingSignIn(running(), await headers())

/**
 * Returns the person who requests this page, or null if nobody is signed in. For pages; routes use `withPerson` and
 * `withAbility`.
 */
export async function signedInPerson(): Promise<PersonRecord | null> {
  return (await signedInHere())?.person ?? null
}

const providerId = 'oidc'

function configure(parts: Running, request: Pick<Request, 'headers'> | undefined): NextAuthConfig {
  const { env } = parts
  // next-auth builds its addresses from here and nowhere else; behind a proxy the request's own would be wrong.
  process.env.AUTH_URL = `${env.publicUrl}/api/auth`
  /** Who comes back from the provider with this request. */
  let coming: PersonRecord | null = null
  return {
    secret: env.authSecret,
    trustHost: true,
    useSecureCookies: secureCookies(env),
    session: { strategy: 'jwt', maxAge: cookieAge },
    cookies: {
      sessionToken: { name: sessionCookieName(env) },
      callbackUrl: { name: cookieName(env, 'return') },
      csrfToken: { name: cookieName(env, 'csrf') },
      pkceCodeVerifier: { name: cookieName(env, 'pkce') },
      state: { name: cookieName(env, 'state') },
      nonce: { name: cookieName(env, 'nonce') },
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: oidc(env.oidc),
    events: {
      async signOut(message) {
        const { signIn, exp } = ('token' in message ? message.token : null) ?? {}
        if (typeof signIn === 'string') await endSignIn(parts, signIn, (exp ?? 0) * 1000)
      },
    },
    callbacks: {
      async signIn({ account, profile }) {
        if (env.oidc === null || account?.provider !== providerId || !profile) return false
        const linking = request ? await linkingOf(parts, request.headers) : null
        try {
          coming = await comeByProvider(parts, env.oidc, account.providerAccountId, { ...profile }, linking)
          return true
        } catch (error) {
          if (!(error instanceof ProviderRefusal)) throw error
          return `${linking ? '/account' : '/sign-in'}?refused=${error.code}`
        }
      },
      async jwt({ token }) {
        if (coming) {
          audit(parts.log, 'signed in', { at: 'provider', personId: coming.id })
          return { ...newSignIn(coming.id), byProvider: true }
        }
        const { sub, signIn, byProvider } = token
        if (sub === undefined || typeof signIn !== 'string') return null
        const madeAt = madeAtOf(token)
        const [person, { over, usedAt }] = await Promise.all([
          parts.store.people.get(sub),
          parts.store.signIns.standing({ id: signIn, personId: sub, madeAt }),
        ])
        if (!person || over || hasRunOut(env, person, { madeAt, usedAt }, Date.now())) return null
        return { sub, signIn, madeAt, byProvider }
      },
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub ?? '' } }),
    },
  }
}

const oidc = (settings: Running['env']['oidc']): NextAuthConfig['providers'] =>
  settings === null
    ? []
    : [
        {
          id: providerId,
          name: settings.name,
          type: 'oidc',
          issuer: settings.issuer,
          clientId: settings.clientId,
          clientSecret: settings.clientSecret,
          checks: ['pkce', 'state', 'nonce'],
          authorization: { params: { scope: 'openid profile email' } },
        },
      ]
