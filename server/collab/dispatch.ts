import { can, roleFor } from '#lib/access/policy.ts'
import { commands as declared, isCommandName } from '#lib/protocol/commands.ts'
import { type Request, type Result, request as requestSchema } from '#lib/protocol/messages.ts'
import { accessTo } from '#server/base/access.ts'
import { badRequest, forbidden, isAppError, notFound } from '#server/base/errors.ts'
import type { Log } from '#server/base/log.ts'
import type { Recordings } from '../replay/recordings.ts'
import type { Store } from '../store/store.ts'
import type { CommandContext, Implementations } from './command.ts'
import type { Hub } from './contract.ts'
import type { Room } from './room.ts'

/**
 * Runs one request of a connection. The policy checks the command's ability with the role stored now. Rejects only when
 * the request itself cannot be read.
 */
export async function dispatch(
  {
    store,
    hub,
    recordings,
    log,
    commands,
  }: { store: Store; hub: Hub; recordings: Recordings; log: Log; commands: Implementations },
  room: Room,
  personId: string,
  text: string,
): Promise<Result> {
  const { id, command: name, input }: Request = requestSchema.parse(JSON.parse(text))
  try {
    if (!isCommandName(name)) throw badRequest(`The server does not know “${name}”.`)
    const { ability, input: schema } = declared[name]
    const access = await accessTo(store, personId, room.boardId)
    if (!access || access.waiting) throw notFound()
    const phase = room.phase()
    const answer = can(ability, roleFor(ability, access.actor), phase)
    if (!answer.ok) throw forbidden(answer.reason)
    const parsed = schema.safeParse(input)
    if (!parsed.success) throw badRequest(`“${name}” was asked for in a way the server does not understand.`)
    // The schema of the same name has parsed it: that one name stands for both is more than the compiler follows.
    const run = commands[name] as (context: CommandContext, input: unknown) => Promise<unknown>
    const context = { command: name, store, hub, recordings, access, phase, now: Date.now() }
    return { id, ok: true, value: (await run(context, parsed.data)) ?? null }
  } catch (error) {
    if (isAppError(error)) return { id, ok: false, code: error.code, message: error.message }
    log.error({ err: error, command: name, boardId: room.boardId }, 'a command failed')
    return {
      id,
      ok: false,
      code: 'failed',
      message: 'This did not work on the server. Nothing was changed; try again.',
    }
  }
}
