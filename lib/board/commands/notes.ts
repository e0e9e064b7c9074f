import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { NoteKindId } from '../../notes/kinds/index.ts'
import { defaultSize } from '../fields.ts'
import { positionAt } from '../layout.ts'
import type { FieldName } from '../schema.ts'
import type { BoardSnapshot, Note } from '../snapshot.ts'
import { makeRoom, type PlacedNote } from './lane-room.ts'
import { addEntity, type Fields, setFields, transact, type Writer } from './writer.ts'

/** A note to add: kind, text, and the top-left corner on the wall in px. */
export interface NewNote {
  id?: string
  kind: NoteKindId
  text?: string
  x: number
  y: number
  w?: number
  h?: number
  fields?: Fields
}

/** Returns stack keys above everything on the board. */
export function keysOnTop(board: BoardSnapshot, count: number): string[] {
  let top: string | null = null
  for (const note of board.notes.values()) if (top === null || note.z > top) top = note.z
  return generateNKeysBetween(top, null, count)
}

/** Adds notes on top of the stack; returns their ids in the same order. */
export function addNotes(writer: Writer, board: BoardSnapshot, notes: readonly NewNote[]): string[] {
  const keys = keysOnTop(board, notes.length)
  return transact(writer, 'note.add', () => {
    const placed = notes.map(({ x, y, h = defaultSize[1] }) => ({ pos: positionAt(board.lanes, x, y, h), h }))
    const ids = notes.map((note, index) => {
      const id = note.id ?? writer.newId()
      const sized = note.w !== undefined && note.h !== undefined ? { size: [note.w, note.h] } : {}
      addEntity(writer, 'notes', id, {
        kind: note.kind,
        pos: placed[index]?.pos,
        z: keys[index],
        text: note.text ?? '',
        ...sized,
        ...note.fields,
      })
      return id
    })
    makeRoom(writer, board, placed)
    return ids
  })
}

/** New top-left corners of notes, px on the wall. */
export type Moves = ReadonlyMap<string, { x: number; y: number }>

export function moveNotes(writer: Writer, board: BoardSnapshot, moves: Moves): void {
  transact(writer, 'note.move', () => {
    const placed: PlacedNote[] = []
    for (const [id, { x, y }] of moves) {
      const note = board.notes.get(id)
      if (!note) continue
      const pos = positionAt(board.lanes, x, y, note.h)
      setFields(writer, 'notes', id, { pos })
      placed.push({ pos, h: note.h })
    }
    makeRoom(writer, board, placed)
  })
}

export function resizeNote(
  writer: Writer,
  board: BoardSnapshot,
  id: string,
  box: { x: number; y: number; w: number; h: number },
): void {
  const pos = positionAt(board.lanes, box.x, box.y, box.h)
  transact(writer, 'note.resize', () => {
    setFields(writer, 'notes', id, { pos, size: [Math.round(box.w), Math.round(box.h)] })
    makeRoom(writer, board, [{ pos, h: box.h }])
  })
}

/** Writes the same fields on several notes. */
export function setNotes(
  writer: Writer,
  command: string,
  ids: Iterable<string>,
  fields: Partial<Record<FieldName<'notes'>, unknown>>,
): void {
  transact(writer, command, () => {
    for (const id of ids) setFields(writer, 'notes', id, fields)
  })
}

/** Deletes notes together with the links that end at them. Soft: undo and history restore them. */
export function deleteNotes(writer: Writer, board: BoardSnapshot, ids: ReadonlySet<string>): void {
  transact(writer, 'note.delete', () => {
    for (const id of ids) setFields(writer, 'notes', id, { deleted: true })
    for (const link of board.links.values())
      if (ids.has(link.from) || ids.has(link.to)) setFields(writer, 'links', link.id, { deleted: true })
  })
}

/** Moves notes to the top or the bottom of the stack, keeping their order among themselves. */
export function stackNotes(writer: Writer, board: BoardSnapshot, ids: ReadonlySet<string>, to: 'top' | 'bottom'): void {
  const byStack = (a: Note, b: Note) => (a.z < b.z ? -1 : 1)
  const moving = [...board.notes.values()].filter(note => ids.has(note.id)).sort(byStack)
  const others = [...board.notes.values()].filter(note => !ids.has(note.id)).sort(byStack)
  const keys =
    to === 'top'
      ? generateNKeysBetween(others.at(-1)?.z ?? null, null, moving.length)
      : generateNKeysBetween(null, others[0]?.z ?? null, moving.length)
  transact(writer, 'note.stack', () => {
    for (const [index, note] of moving.entries()) setFields(writer, 'notes', note.id, { z: keys[index] })
  })
}

/** A key between two neighbours in an order; null for an open end. */
export const keyBetween = (before: string | null, after: string | null): string => generateKeyBetween(before, after)
