import type { z } from 'zod'
import type { Ability } from '../access/policy.ts'
import type { ErrorCode } from './errors.ts'

/** Bytes that are a file, as a whole body or as a whole answer. */
export interface FileBody {
  /** Its media type. */
  file: string
}

/**
 * A route of the JSON API as both sides know it, by its name `METHOD /path`. The server implements it in app/api under
 * the same path (`route('GET /api/…', …)`), browsers ask it by name (`askServer('GET /api/…', …)`).
 */
export interface RouteDeclaration {
  describes: string
  /** Anyone who finds the way here, whoever is signed in, or who may do this where the path leads: see `PlaceOf`. */
  who: 'anyone' | 'person' | Ability
  /** A board that was deleted is found too. */
  deleted?: true
  /** What may follow `?`. */
  query?: z.ZodType
  /** The body: JSON, or a file. */
  input?: z.ZodType | FileBody
  /** `{ok: true, …answer}` as JSON, or a file. */
  answer: z.ZodObject | FileBody
  /** When it is done; 200 without. */
  status?: 201
  /** Ways in which it alone says no, beside `commonErrors`. */
  errors?: readonly ErrorCode[]
}

/** What the ability of a route is asked for: the board or session that the path names, else a workspace. */
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

/** The codes with which a route may say no. */
export function errorsOf({ who, query, input, errors = [] }: RouteDeclaration): ReadonlySet<ErrorCode> {
  const any: ErrorCode[] = [
    'forbidden',
    'too-many',
    'conflict',
    'internal',
    'busy',
    'storage',
    'storage-busy',
    'storage-full',
  ]
  if (who !== 'anyone') any.push('sign-in', 'not-found')
  if (query || input) any.push('bad-request')
  if (input) any.push('too-large', 'unsupported-media')
  return new Set([...any, ...errors])
}
