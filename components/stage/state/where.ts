import { knownActivity } from '#lib/facilitation/agendas.ts'
import type { AgendaItem, NowPage } from '#lib/facilitation/define.ts'
import type { Stage } from '#lib/facilitation/stage.ts'

/** The current position on the agenda. */
export interface Where {
  item: AgendaItem | null
  /** From 0; -1 while not on the agenda. */
  at: number
  previous: AgendaItem | null
  /** The next item; before the beginning, the first one. */
  next: AgendaItem | null
}

export function whereIs({ agenda, item }: Pick<Stage, 'agenda' | 'item'>): Where {
  const at = agenda.findIndex(one => one.id === item)
  return {
    item: agenda[at] ?? null,
    at,
    previous: at > 0 ? (agenda[at - 1] ?? null) : null,
    next: agenda[at + 1] ?? null,
  }
}

/** The page of the present activity; where none is present, or it is not known here, one writes. */
export function nowPageOf(stage: Pick<Stage, 'agenda' | 'item'>): NowPage {
  const { item } = whereIs(stage)
  return (item && knownActivity(item)?.now) ?? 'write'
}
