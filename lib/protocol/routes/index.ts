import type { z } from 'zod'
import type { FileBody, PathParams } from '../route.ts'
import { accountRoutes } from './account.ts'
import { boardRoutes } from './boards.ts'
import { fileRoutes } from './files.ts'
import { historyRoutes } from './history.ts'
import { passkeyRoutes } from './passkeys.ts'
import { passwordRoutes } from './passwords.ts'
import { peopleRoutes } from './people.ts'
import { sessionRoutes } from './sessions.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Every route of the JSON API; app/api implements each of them. Browsers import types alone. */
export const routes = {
  ...peopleRoutes,
  ...accountRoutes,
  ...passwordRoutes,
  ...passkeyRoutes,
  ...boardRoutes,
  ...sessionRoutes,
  ...workspaceRoutes,
  ...historyRoutes,
  ...fileRoutes,
} as const

type Routes = typeof routes
export type RouteName = keyof Routes
type Part<N extends RouteName, P extends string, Without> = Routes[N] extends { [K in P]: infer T } ? T : Without

export type RouteWho<N extends RouteName> = Routes[N]['who']
/** The parameters of the path and the query. */
export type RouteParams<N extends RouteName> = PathParams<N> &
  (Part<N, 'query', null> extends infer Q extends z.ZodType ? z.input<Q> : unknown)
/** The query as the server reads it. */
export type RouteQuery<N extends RouteName> =
  Part<N, 'query', null> extends infer Q extends z.ZodType ? z.output<Q> : null
/** The body as sent: defaults may be left out. */
export type RouteInput<N extends RouteName> =
  Part<N, 'input', null> extends infer I
    ? I extends z.ZodType
      ? z.input<I>
      : I extends FileBody
        ? Blob
        : undefined
    : never
/** The body as the server uses it: parsed, with defaults. */
export type ParsedBody<N extends RouteName> =
  Part<N, 'input', null> extends infer I extends z.ZodType ? z.output<I> : null

/** Routes that return a file, and those that return JSON. */
export type FileRouteName = { [N in RouteName]: Routes[N]['answer'] extends FileBody ? N : never }[RouteName]
export type JsonRouteName = Exclude<RouteName, FileRouteName>
export type RouteAnswer<N extends JsonRouteName> = Routes[N]['answer'] extends infer A extends z.ZodType
  ? z.output<A>
  : never
