import { addNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { addEntity, setFields, textOf, transact, type Writer } from '#lib/board/commands/writer.ts'
import { defaultSize } from '#lib/board/fields.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import type { BoardSnapshot, Lane } from '#lib/board/snapshot.ts'
import { diffText } from '#lib/board/text-merge.ts'
import { isFlow } from '#lib/notes/kinds/index.ts'
import type { Change, TablePlan } from '../table.ts'

/** px from one new step to the next. */
const pitch = defaultSize[0] + 48

/**
 * Writes a plan as one step to undo. Texts of existing steps are changed as typing, in a step of their own, so that
 * concurrent typing is kept. New steps go to the right of existing notes, each into its lane (or `home`), and are
 * linked in order when `linked` is set; returns their ids.
 */
export function writeTable(
  writer: Writer,
  board: BoardSnapshot,
  plan: Pick<TablePlan, 'changes' | 'added'>,
  options: { home: Lane | null; link: boolean; after: string | null },
): string[] {
  rewrite(writer, plan.changes)
  return transact(writer, 'detail.table', () => {
    for (const change of plan.changes) writeChange(writer, board, change)
    let x = 120
    for (const note of board.notes.values())
      if (note.place === 'wall' && isFlow(note.kind)) x = Math.max(x, note.x + pitch)
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

function writeChange(writer: Writer, board: BoardSnapshot, { target, details, lane }: Change): void {
  setFields(writer, target.root, target.id, details)
  const note = lane ? board.notes.get(target.id) : undefined
  if (!lane || !note || note.lane === lane.id) return
  const own = board.lanes.find(one => one.id === note.lane)
  const offset = own ? note.y - own.top : (lane.height - note.h) / 2
  const y = lane.top + Math.max(0, Math.min(offset, lane.height - note.h))
  moveNotes(writer, board, new Map([[note.id, { x: note.x, y }]]))
}

function rewrite(writer: Writer, changes: readonly Change[]): void {
  writer.doc.transact(() => {
    for (const { target, text } of changes) {
      const shared = textOf(writer.doc, target.root, target.id)
      if (text === null || !shared) continue
      const edit = diffText(shared.toString(), text)
      if (!edit) continue
      shared.delete(edit.at, edit.remove)
      shared.insert(edit.at, edit.insert)
    }
  }, new TypingOrigin())
}

/** Empties cells of the table, as one step to undo. */
export function clearCells(
  writer: Writer,
  cells: readonly { readonly root: 'notes' | 'links'; readonly id: string; readonly key: string }[],
): void {
  transact(writer, 'detail.clear', () => {
    for (const { root, id, key } of cells) setFields(writer, root, id, { [key]: null })
  })
}
