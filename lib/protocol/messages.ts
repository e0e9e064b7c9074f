import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import type { WorkspaceRole } from '../access/actor.ts'
import type { ErrorCode } from './errors.ts'

/**
 * The sync protocol. y-websocket's own messages keep their numbers; ours start at 100 and are sent only to clients
 * that ask for them with `?v=1`, so that an unmodified provider never meets a number it does not know.
 *
 *   message  = varUint(type) body
 *   0 sync, 1 awareness, 2 auth, 3 query awareness — as y-websocket and y-protocols define them
 *   100 request   client → server   JSON Request: a command, decided by the server
 *   101 result    server → client   JSON Result of the request with the same id
 *   102 saved     server → client   varUint: how many sync messages (step 2 or update) received on this
 *                                   connection are durable, counted from 1
 *   103 refused   server → client   JSON Refused: the update was not applied; a fresh document must be built
 *   104 welcome   server → client   JSON Welcome, once, before the first sync message
 *   105 roster    server → client   JSON RosterChange
 *   106 notice    server → client   JSON Notice
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  request: 100,
  result: 101,
  saved: 102,
  refused: 103,
  welcome: 104,
  roster: 105,
  notice: 106,
} as const

/** Bytes; enforced on the socket and told to the person before they are met. */
export const messageLimits = {
  /** Some 1,400 notes, which hold the server's loop up for 11 to 32 ms; what is larger comes in a first sync. */
  liveUpdate: 128 * 1024,
  firstSync: 4 * 1024 * 1024,
  /** Of one client's record: what presenceLimits allow, with ids of our own length. */
  awareness: 12 * 1024,
  request: 64 * 1024,
  /** Parts (characters typed at once, values, deletions) that one person may bring to a board. */
  parts: { burst: 100_000, perSecond: 4_000 },
} as const

export const request = z.strictObject({ id: z.number().int().min(1), command: z.string().max(60), input: z.json() })
export type Request = z.infer<typeof request>
export type Result = { id: number } & ({ ok: true; value: unknown } | { ok: false; code: ErrorCode; message: string })

export interface Refused {
  /** Stable name of the rule, e.g. `policy.note.edit` or `structure.gap`. */
  rule: string
  /** root/entity/field the rule was broken at, as far as known. */
  path: string
  /** The sentence for the person. */
  message: string
}

export interface Person {
  id: string
  name: string
  role: 'facilitator' | 'contributor' | 'observer' | 'manager'
  colour: string
  guest: boolean
  here: boolean
  device: 'desktop' | 'phone' | 'unknown'
}

export interface Welcome {
  /** `member`: who one is in the board's workspace, which alone counts for what is the workspace's. */
  you: { personId: string; role: Person['role']; member: WorkspaceRole | null }
  board: { id: string; title: string; finished: boolean }
  session: { id: string; title: string; status: 'planned' | 'open' | 'ended' } | null
  /** Server's clock at sending, ms since 1970. */
  serverTime: number
  people: Person[]
  /** Leases: which person each clientID of this document belongs to. */
  clients: [client: number, personId: string][]
}

/** Anything that changed since: whole persons, new leases, the board's title or session, this person's own role. */
export interface RosterChange {
  people?: Person[]
  clients?: [number, string][]
  board?: Welcome['board']
  session?: Welcome['session']
}

export type Notice =
  | { kind: 'storage-full'; message: string }
  /** The server cannot reach what it stores on. */
  | { kind: 'storage-away'; message: string }
  | { kind: 'storage-ok' }
  | { kind: 'restarting'; message: string }
  /** The person has written so much that what follows waits, and that it is taken again. */
  | { kind: 'held-back'; message: string }
  | { kind: 'taken-again' }
  /** The person's own ballot changed on the server: told to their own windows, which ask for it, and to nobody else. */
  | { kind: 'ballot'; vote: string }
  /** Something short-lived, never stored: what one person shows to all, or what a command of theirs decided. */
  | { kind: 'signal'; from: string; signal: 'reaction' | 'gather' | 'lobby'; data: unknown }

/** One message of ours, ready for a binary frame. */
export function encodeMessage(type: number, body: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (type === messageType.saved) encoding.writeVarUint(encoder, body as number)
  else encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/** The JSON body of one of our messages; throws SyntaxError on a damaged one. */
export const readMessageBody = (decoder: decoding.Decoder): unknown => JSON.parse(decoding.readVarString(decoder))
