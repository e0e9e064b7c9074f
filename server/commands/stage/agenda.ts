import { z } from 'zod'
import { agenda } from '#lib/facilitation/define.ts'
import { arriveAt, withAgenda } from '#lib/facilitation/stage.ts'
import { badRequest } from '#server/base/errors.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import { defineCommand } from '#server/collab/command.ts'
import { stageCommand } from './change.ts'

/** Replaces the agenda, before or during the session, which keeps it too. */
export const setAgenda = defineCommand({
  name: 'agenda.set',
  ability: 'stage.lead',
  input: z.strictObject({ items: agenda }),
  async run({ store, hub, access: { board, session, actor } }, { items }) {
    await hub.write(board.id, 'agenda.set', actor.personId, doc => setStage(doc, withAgenda(stageOf(doc), items)))
    if (session && session.status !== 'ended')
      await store.sessions.update(session.id, { agenda: JSON.stringify(items) })
  },
})

/** Moves everybody to an item of the agenda, its timer set and standing; null: work without an agenda. */
export const goTo = stageCommand({
  name: 'agenda.go',
  ability: 'stage.lead',
  input: z.strictObject({ item: z.string().max(40).nullable() }),
  change(stage, { item: id }) {
    if (stage.vote?.status === 'open') throw badRequest('A vote is open: close it before moving on.')
    const item = stage.agenda.find(one => one.id === id)
    if (id !== null && !item) throw badRequest('This activity is no longer on the agenda.')
    return arriveAt(item ?? null)
  },
})
