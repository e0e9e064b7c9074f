import { can } from '#lib/access/policy.ts'
import { accessTo, phaseOf } from '#server/base/access.ts'
import { notFound } from '#server/base/errors.ts'
import { namesIn } from '#server/base/names.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { PersonRecord } from '../store/store.ts'
import { brandOf } from './brand.ts'
import { settingsOf } from './settings.ts'

/** Returns the results of a board now, finished or not; throws notFound where the policy does not allow it. */
export async function readReport({ store, reader }: Running, person: PersonRecord, boardId: string) {
  const access = await accessTo(store, person.id, boardId)
  if (!access || access.waiting) throw notFound()
  const { board, session, role } = access
  if (!can('board.report', role, phaseOf(board, session)).ok) throw notFound()
  limit('wholeBoard', person.id)
  const made = await reader.make(person.id, 'report', boardId, { title: board.title })
  const facilitator = board.finishedBy ? await store.people.get(board.finishedBy) : null
  const called = await namesIn(store, board.workspaceId)
  return {
    board: {
      id: board.id,
      title: board.title,
      customer: board.customer,
      process: board.process,
      finishedAt: board.finishedAt,
    },
    facilitator: facilitator && called(facilitator.id, facilitator.name),
    workspace: await brandOf({ store }, board.workspaceId),
    currency: (await settingsOf({ store }, board.workspaceId)).currency,
    at: Date.now(),
    ...made,
  }
}
