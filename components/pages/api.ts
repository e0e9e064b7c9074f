import type { Role, SessionRole } from '#lib/access/actor.ts'

/** The one way from the pages around the wall to the JSON API. */

/** What the server said no to: a stable code, and the sentence to show. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A board as lists show it. */
export interface BoardCard {
  id: string
  title: string
  url: string
  customer: string
  process: string
  tags: readonly string[]
  /** ms since 1970. */
  changedAt: number
  finishedAt: number | null
  role: Role | 'waiting'
  session: { title: string; status: 'planned' | 'open' | 'ended'; plannedFor: number | null } | null
}
export interface Me {
  id: string
  name: string
  email: string | null
  guest: boolean
}
/** What stands behind an invite or a short code, before anybody goes in. */
export interface Door {
  board: { title: string }
  session: { title: string; status: 'planned' | 'open' | 'ended'; plannedFor: number | null }
  role: SessionRole
  needsPassword: boolean
  lobby: boolean
  you: { name: string } | null
}

async function call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  } catch {
    throw new Refusal('offline', 'The server cannot be reached. Check the connection and try again; nothing was lost.')
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  const { code = 'internal', message = 'The server could not answer. Try again in a moment.' } =
    (answer as { error?: { code?: string; message?: string } } | null)?.error ?? {}
  throw new Refusal(code, message)
}

type OneBoard = { board: Pick<BoardCard, 'id' | 'title' | 'url' | 'changedAt'> }

export const api = {
  signUp: (input: { email: string; password: string; name: string }) => call('POST', '/sign-up', input),
  signIn: (input: { email: string; password: string }) => call('POST', '/sign-in', input),
  /** The address of the provider's sign-in page. */
  providerStart: (returnTo: string) => call<{ url: string }>('POST', '/sign-in/provider', { returnTo }),
  signOut: () => call('POST', '/sign-out', {}),
  createBoard: (input: { title: string; template: string }) => call<OneBoard>('POST', '/boards', input),
  renameBoard: (id: string, title: string) => call<OneBoard>('PATCH', `/boards/${id}`, { title }),
  duplicateBoard: (id: string) => call<OneBoard>('POST', `/boards/${id}/duplicate`, {}),
  deleteBoard: (id: string) => call('DELETE', `/boards/${id}`),
  undeleteBoard: (id: string) => call('POST', `/boards/${id}/undelete`, {}),
  deleteTemplate: (workspaceId: string, id: string) => call('DELETE', `/workspaces/${workspaceId}/templates/${id}`),
  changeSettings: (workspaceId: string, settings: { currency: string | null }) =>
    call('PATCH', `/workspaces/${workspaceId}/settings`, settings),
  joinWorkspace: (token: string) => call('POST', '/workspaces/join', { token }),
  look: (way: { token: string } | { code: string }) => call<Door>('POST', '/join/look', way),
  join: (input: ({ token: string } | { code: string }) & { name?: string; password?: string }) =>
    call<{ board: { url: string } }>('POST', '/join', input),
}
