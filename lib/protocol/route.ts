import type { z } from 'zod'
import type { Ability } from '../access/policy.ts'
import type { Act } from './acts.ts'
import type { ErrorCode } from './errors.ts'

/** A file as a whole body or a whole response. */
export interface FileBody {
  /** Its media type. */
  file: string
}

/**
 * A route of the JSON API, shared by server and browser, by its name `METHOD /path`. The server implements it in
 * app/api under the same path (`route('GET /api/…', …)`), browsers call it by name (`askServer('GET /api/…', …)`).
 */
export interface RouteDeclaration {
  describes: string
  /**
   * `anyone`, a signed-in `person`, the `operator` at the server's own terminal, or an ability on the board, session or
   * workspace in the path: see `PlaceOf`.
   */
  who: 'anyone' | 'person' | 'operator' | Ability
  /** Whether the route also finds deleted boards. */
  deleted?: true
  /** The query parameters. */
  query?: z.ZodType
  /** The body: JSON, or a file. */
  input?: z.ZodType | FileBody
  /** `{ok: true, …answer}` as JSON, or a file. */
  answer: z.ZodObject | FileBody
  /** Status of success; 200 if left out. */
  status?: 201
  /** What the record of the workspace says when it was done. */
  records?: Act
  /** Errors of this route only, beside `commonErrors`. */
  errors?: readonly ErrorCode[]
}

/** The object on which the route's ability is checked: the board or session in the path, else a workspace. */
export type PlaceOf<Name extends string> = Name extends `${string}[boardId]${string}`
  ? 'board'
  : Name extends `${string}[${'sessionId' | 'inviteId'}]${string}`
    ? 'session'
    : 'workspace'

export const routePlace = <Name extends string>(name: Name): PlaceOf<Name> => {
  const place = /\[boardId\]/.test(name) ? 'board' : /\[(sessionId|inviteId)\]/.test(name) ? 'session' : 'workspace'
  return place as PlaceOf<Name>
}

/** The parameters of a path, `{boardId: string}`. */
export type PathParams<Name extends string> = Name extends `${string}[${infer Param}]${infer Rest}`
  ? { [P in Param]: string } & PathParams<Rest>
  : unknown

export const isFile = (body: z.ZodType | FileBody): body is FileBody => 'file' in body

/** Returns the error codes of a route. */
export function errorsOf({ who, query, input, errors = [] }: RouteDeclaration): ReadonlySet<ErrorCode> {
  const any: ErrorCode[] = [
    'forbidden',
    'too-many',
    'conflict',
    'internal',
    'busy',
    'storage',
    'storage-busy',
    'storage-damaged',
    'storage-full',
  ]
  if (who !== 'anyone') any.push('sign-in', 'not-found')
  if (query || input) any.push('bad-request')
  if (input) any.push('too-large', 'unsupported-media')
  return new Set([...any, ...errors])
}
