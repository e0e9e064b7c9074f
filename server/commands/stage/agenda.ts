import { enterActivity, withAgenda } from '#lib/facilitation/stage.ts'
import { badRequest } from '#server/base/errors.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import type { Implementations } from '#server/collab/command.ts'
import { changesStage } from './change.ts'

export const agendaCommands = {
  async 'agenda.set'({ store, hub, access: { board, session, actor } }, { items }) {
    await hub.write(board.id, 'agenda.set', actor.personId, doc => setStage(doc, withAgenda(stageOf(doc), items)))
    if (session && session.status !== 'ended')
      await store.sessions.update(session.id, { agenda: JSON.stringify(items) })
  },

  'agenda.go': changesStage((stage, { item: id }, { now }) => {
    if (stage.vote?.status === 'open') throw badRequest('A vote is open: close it before moving on.')
    const item = stage.agenda.find(one => one.id === id)
    if (id !== null && !item) throw badRequest('This activity is no longer on the agenda.')
    return enterActivity(item ?? null, now)
  }),
} satisfies Partial<Implementations>
