import type { BoardSnapshot, View } from '../snapshot.ts'
import { keyBetween } from './notes.ts'
import { addEntity, setFields, transact, type Writer } from './writer.ts'

/** Saves a part of the wall as a view at the end of the list; returns its id. */
export function saveView(writer: Writer, board: BoardSnapshot, view: { name: string; rect: View['rect'] }): string {
  return transact(writer, 'view.save', () => {
    const id = writer.newId()
    addEntity(writer, 'views', id, {
      name: view.name,
      rect: [...view.rect],
      order: keyBetween(board.views.at(-1)?.order ?? null, null),
    })
    return id
  })
}

export function setView(writer: Writer, command: string, id: string, fields: { name?: string; rect?: number[] }): void {
  transact(writer, command, () => setFields(writer, 'views', id, fields))
}

/** Moves a view in the order; `to` is its index afterwards. */
export function moveView(writer: Writer, board: BoardSnapshot, id: string, to: number): void {
  const others = board.views.filter(view => view.id !== id)
  if (others.length === board.views.length || to < 0 || to > others.length) return
  const before = others[to - 1]?.order ?? null
  const after = others[to]?.order ?? null
  transact(writer, 'view.move', () =>
    setFields(writer, 'views', id, {
      order: keyBetween(before, before !== null && after !== null && after <= before ? null : after),
    }),
  )
}

export function deleteView(writer: Writer, id: string): void {
  transact(writer, 'view.delete', () => setFields(writer, 'views', id, { deleted: true }))
}
