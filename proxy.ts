import { type NextRequest, NextResponse } from 'next/server'
import { running } from '#server/base/runtime.ts'
import { renamedCookies } from '#server/http/cookies.ts'
import { doorCookie, doorOf, isToken } from '#server/http/invite-cookie.ts'
import { contentPolicy } from '#server/http/security-headers.ts'

/** Before every page: the content policy with its nonce, and invite tokens out of the address bar at once. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { env } = running()
  const invite = /^\/(join|join-workspace|replay)\/([^/]+)$/.exec(request.nextUrl.pathname)
  if (invite?.[2] && isToken(invite[2])) {
    // Next wants the whole address here, and sends the path of it where the host stays the same.
    const door = new URL(`/${invite[1]}/${doorOf(invite[2])}`, request.url)
    const response = NextResponse.redirect(door, { status: 303, headers: { 'referrer-policy': 'no-referrer' } })
    response.headers.append('set-cookie', doorCookie(env, request.headers.get('cookie'), invite[2]))
    return response
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentPolicy(env, request.headers.get('host') ?? '', nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const cookie of await renamedCookies(env, request.headers.get('cookie')))
    response.headers.append('set-cookie', cookie)
  return response
}

export const config = { matcher: ['/((?!api/|_next/).*)'] }
