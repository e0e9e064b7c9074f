import { can, roleFor } from '#lib/access/policy.ts'
import { type Request, type Result, request as requestSchema } from '#lib/protocol/messages.ts'
import { accessTo } from '#server/base/access.ts'
import { badRequest, forbidden, isAppError, notFound } from '#server/base/errors.ts'
import type { Log } from '#server/base/log.ts'
import type { Recordings } from '../replay/recordings.ts'
import type { Store } from '../store/store.ts'
import type { Command } from './command.ts'
import type { Hub } from './contract.ts'
import type { Room } from './room.ts'

/**
 * Runs one request of a connection: the command's ability is asked of the policy with the role that the store knows
 * now. Rejects only when the request itself cannot be read.
 */
export async function dispatch(
  {
    store,
    hub,
    recordings,
    log,
    commands,
  }: { store: Store; hub: Hub; recordings: Recordings; log: Log; commands: readonly Command[] },
  room: Room,
  personId: string,
  text: string,
): Promise<Result> {
  const { id, command: name, input }: Request = requestSchema.parse(JSON.parse(text))
  try {
    const command = commands.find(each => each.name === name)
    if (!command) throw badRequest(`The server does not know “${name}”.`)
    const access = await accessTo(store, personId, room.boardId)
    if (!access || access.waiting) throw notFound()
    const phase = room.phase()
    const answer = can(command.ability, roleFor(command.ability, access.actor), phase)
    if (!answer.ok) throw forbidden(answer.reason)
    const parsed = command.input.safeParse(input)
    if (!parsed.success) throw badRequest(`“${name}” was asked for in a way the server does not understand.`)
    const value = await command.run({ store, hub, recordings, access, phase, now: Date.now() }, parsed.data)
    return { id, ok: true, value: value ?? null }
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
