import { z } from 'zod'
import { agenda } from '#lib/facilitation/define.ts'
import { badRequest } from '../../errors.ts'
import { stageCommand } from './change.ts'

const minute = 60_000

/** Replaces the agenda, before or during the session; where we are stays if it is still on it. */
export const setAgenda = stageCommand({
  name: 'agenda.set',
  ability: 'stage.lead',
  input: z.strictObject({ items: agenda }),
  change(stage, { items }) {
    if (new Set(items.map(item => item.id)).size !== items.length)
      throw badRequest('Two items of the agenda are the same.')
    return { agenda: items, item: items.some(item => item.id === stage.item) ? stage.item : null }
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
    const totalMs = (item?.minutes ?? 0) * minute
    return {
      item: id,
      timer: totalMs > 0 ? { endsAt: null, leftMs: totalMs, totalMs } : null,
      frozen: false,
      ready: [],
      spotlight: null,
    }
  },
})
