import { headers } from 'next/headers'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { peopleRoutes } from '#lib/protocol/routes/people.ts'
import { audit } from '#server/base/audit.ts'
import { isAppError } from '#server/base/errors.ts'
import { type Running, running } from '#server/base/runtime.ts'
import { addressHeader } from '#server/http/client-address.ts'
import { cookieAge, cookieName, madeAtOf, newSignIn, secureCookies, sessionCookieName } from '#server/http/cookies.ts'
import { askingSignIn } from '#server/http/route.ts'
import { endSignIn, hasRunOut, type SignedIn } from '#server/http/signed-in.ts'
import type { PersonRecord } from './store/store.ts'
import { signIn as signInByPassword, signInByProvider } from './use-cases/people.ts'

/**
 * next-auth, configured at its first use with the settings of the running server. Its token names the person and the
 * sign-in.
 */
const auth = NextAuth(() => configure(running()))
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

function configure(parts: Running): NextAuthConfig {
  const { env } = parts
  // next-auth builds its addresses from here and nowhere else; behind a proxy the request's own would be wrong.
  process.env.AUTH_URL = `${env.publicUrl}/api/auth`
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
    providers: [byPassword(parts), ...oidc(env.oidc)],
    events: {
      async signOut(message) {
        const { signIn, exp } = ('token' in message ? message.token : null) ?? {}
        if (typeof signIn === 'string') await endSignIn(parts, signIn, (exp ?? 0) * 1000)
      },
    },
    callbacks: {
      async jwt({ token, account, user, profile }) {
        if (account?.provider !== providerId) {
          if (user?.id) {
            audit(parts.log, 'signed in', { at: 'next-auth', personId: user.id })
            return newSignIn(user.id)
          }
          const { sub, signIn } = token
          if (sub === undefined || typeof signIn !== 'string') return null
          const madeAt = madeAtOf(token)
          const [person, { over, usedAt }] = await Promise.all([
            parts.store.people.get(sub),
            parts.store.signIns.standing({ id: signIn, personId: sub, madeAt }),
          ])
          if (!person || over || hasRunOut(env, person, { madeAt, usedAt }, Date.now())) return null
          return { sub, signIn, madeAt }
        }
        const { name, preferred_username, email, email_verified } = profile ?? {}
        const person = await signInByProvider(parts, {
          provider: env.oidc?.issuer ?? providerId,
          subject: account.providerAccountId,
          name: String(name ?? preferred_username ?? email ?? ''),
          email: typeof email === 'string' && email_verified === true ? email.toLowerCase() : null,
        })
        audit(parts.log, 'signed in', { at: 'provider', personId: person.id })
        return newSignIn(person.id)
      },
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub ?? '' } }),
    },
  }
}

const byPassword = (parts: Running) =>
  Credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given, request) {
      const input = peopleRoutes['POST /api/sign-in'].input.safeParse({ email: given.email, password: given.password })
      if (!input.success) return null
      try {
        const person = await signInByPassword(parts, request.headers.get(addressHeader) ?? 'unknown', input.data)
        return { id: person.id, name: person.name }
      } catch (error) {
        if (isAppError(error)) return null
        throw error
      }
    },
  })

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
