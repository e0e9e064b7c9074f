import type { TablePlan } from '../../method/table.ts'
import { noteKind } from '../../notes/kinds/index.ts'
import { type BoardSnapshot, defaultSize, type Lane } from '../snapshot.ts'
import { setDetailsOfNotes } from './method.ts'
import { addNotes } from './notes.ts'
import { addEntity, transact, type Writer } from './writer.ts'

/** px from one new step to the next. */
const pitch = defaultSize[0] + 48

/**
 * Writes a plan as one step to undo. New steps go to the right of what is there, each into its lane (or `home`), and
 * are linked one after another when asked; answers their ids.
 */
export function writeTable(
  writer: Writer,
  board: BoardSnapshot,
  plan: TablePlan,
  options: { home: Lane | null; link: boolean; after: string | null },
): string[] {
  return transact(writer, 'detail.table', () => {
    setDetailsOfNotes(writer, plan.changes)
    if (plan.added.length === 0) return []
    let x = 120
    for (const note of board.notes.values())
      if (note.place === 'wall' && noteKind(note.kind).flow) x = Math.max(x, note.x + pitch)
    const bottom = board.lanes.at(-1)
    const below = bottom ? bottom.top + bottom.height + 40 : 120
    const ids = addNotes(
      writer,
      board,
      plan.added.map(({ text, lane, details }, i) => {
        const home = lane ?? options.home
        const y = home ? home.top + (home.height - defaultSize[1]) / 2 : below
        return { kind: 'step', text, x: x + i * pitch, y, fields: details }
      }),
    )
    const chain = options.after ? [options.after, ...ids] : ids
    if (options.link)
      for (const [i, from] of chain.slice(0, -1).entries())
        addEntity(writer, 'links', writer.newId(), { ends: [from, chain[i + 1]] })
    return ids
  })
}
