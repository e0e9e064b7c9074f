import { ClipboardPaste, Copy, Scissors } from 'lucide-react'
import type { Need, WallAction } from '#components/workspace/action.ts'
import { clipboardOf, copyFragment, fragmentFromHtml, pasteAt, tooManyPasted } from '#lib/board/clipboard.ts'
import { addLinksInOrder } from '#lib/board/commands/links.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { defaultSize } from '#lib/board/fields.ts'
import { laneAt, rowInLane } from '#lib/board/layout.ts'
import type { BoardPlan } from '#lib/board/plan.ts'
import { around, type Point } from '#lib/geometry/box.ts'
import { notesFromText } from '#lib/import/cells.ts'
import { maybeForeign } from '#lib/import/maybe-foreign.ts'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import type { BoardState } from '../state/board-state.ts'
import { kindAt } from '../tools/note.ts'
import { takeOff } from './edit.ts'
import { refusalOnWall, runOnWall } from './perform.ts'
import { hasNotes, newNote, onFree, placeToPut } from './subject.ts'

/** The content of a clipboard, as strings. */
export interface Carried {
  text: string
  html: string
}

const carriers = { text: 'text/plain', html: 'text/html' } as const

/** Returns the selected notes for the clipboard; null when there are none. */
function carriedFrom(board: BoardState): Carried | null {
  const { notes } = board.selection.get()
  if (notes.size === 0) return null
  return clipboardOf(
    board.boardId,
    copyFragment(board.model, notes, ability => board.may(ability).ok),
  )
}

/** Copies the selected notes to a clipboard, and deletes them when cutting; returns whether it did. */
export function copyInto(board: BoardState, data: DataTransfer | null, cuts: boolean): boolean {
  const carried = carriedFrom(board)
  if (!carried || !data) return false
  const reason = cuts ? refusalOnWall(takeOff, board) : null
  if (reason !== null) {
    board.tell(reason)
    return false
  }
  data.setData(carriers.text, carried.text)
  data.setData(carriers.html, carried.html)
  const { size } = board.selection.get().notes
  if (cuts) runOnWall(takeOff, board)
  board.announce(`${size === 1 ? '1 note' : `${size} notes`} ${cuts ? 'cut' : 'copied'}`)
  return true
}

/**
 * Pastes the content of a clipboard or a drop onto the wall: at a point, under the pointer, or in the middle of the
 * visible part. It may be notes of ours, drawings of other tools, else cells or lines of text.
 */
export async function pasteCarried(board: BoardState, { text, html }: Carried, at = placeToPut(board)): Promise<void> {
  const fragment = fragmentFromHtml(html)
  if (fragment) return show(board, pastePlan(board, fragment, at))
  // The readers of other tools' drawings are loaded only when the text may be one.
  const drawn = maybeForeign(text) ? await (await import('#lib/import/foreign.ts')).planFromText(text) : null
  if (!drawn) return show(board, pasteText(board, text, at))
  if (!drawn.ok) return board.tell(drawn.message)
  const kind = kindToAdd(board, at)
  const free = drawn.plan.notes.map(({ locked: _locked, ...note }) =>
    kind !== undefined && refusedKind(board, new Set([note.kind])) !== null ? { ...note, kind } : note,
  )
  show(board, pastePlan(board, { board: '', plan: { ...drawn.plan, notes: free } }, at))
  if (drawn.losses.length > 0) board.tell(drawn.losses.slice(0, 3).join(' '))
}

function show(board: BoardState, ids: readonly string[]): void {
  if (ids.length === 0) return
  board.selection.setNotes(ids)
  const box = around(ids.flatMap(id => board.model.notes.get(id) ?? []))
  if (box) board.viewport.reveal(box)
  board.announce(ids.length === 1 ? '1 note pasted' : `${ids.length} notes pasted`)
}

function pastePlan(
  board: BoardState,
  { board: source, plan }: { board: string; plan: BoardPlan },
  at: Point,
): string[] {
  const refusalOnWall = tooManyPasted(plan) ?? refusedKind(board, new Set(plan.notes.map(note => note.kind)))
  if (refusalOnWall !== null) {
    board.tell(refusalOnWall)
    return []
  }
  const linked = board.may('link.add').ok ? plan : { ...plan, links: [] }
  const grouped = board.may('note.group').ok ? linked : { ...linked, groups: [], notes: linked.notes.map(alone) }
  return pasteAt(board.writer, board.model, grouped, at, {
    mayAddLanes: board.may('lane.change').ok,
    fromElsewhere: source !== board.boardId,
  })
}

const alone = ({ group: _group, ...note }: BoardPlan['notes'][number]) => note

function refusedKind(board: BoardState, kinds: ReadonlySet<NoteKindId>): string | null {
  for (const kind of kinds) {
    const answer = board.may('note.add', newNote(kind))
    if (!answer.ok) return answer.reason
  }
  return null
}

/** Returns the kind for pasted texts: the tool's, the place's, or another one that may be added now. */
function kindToAdd(board: BoardState, at: Point): NoteKindId | undefined {
  const tool = board.tool.get()
  const wanted: NoteKindId[] = [...(tool.id === 'note' ? [tool.kind] : []), kindAt(board, at)]
  return wanted.find(id => refusedKind(board, new Set([id])) === null)
}

function pasteText(board: BoardState, text: string, at: Point): string[] {
  const kind = kindToAdd(board, at)
  if (kind === undefined) {
    board.tell(refusedKind(board, new Set(noteKinds.map(one => one.id))) ?? '')
    return []
  }
  const read = notesFromText(text, kind, { x: at.x - defaultSize[0] / 2, y: at.y - defaultSize[1] / 2 })
  if (!read.ok) {
    board.tell(read.message)
    return []
  }
  const lane = laneAt(board.model.lanes, at.y)
  const isList = read.notes.length > 1 && read.columns === 1
  if (!lane || !isList) return addNotes(board.writer, board.model, read.notes)
  const places = rowInLane(lane, read.notes.length, at, box => board.index.within(box))
  const ids = addNotes(
    board.writer,
    board.model,
    read.notes.map((note, index) => ({ ...note, ...places[index] })),
  )
  offerToLink(board, ids)
  return ids
}

/** Lines in a lane are most often a process: one press links them as they were written. */
function offerToLink(board: BoardState, ids: readonly string[]): void {
  if (!board.may('link.add').ok) return
  board.tell(`${ids.length} steps in a row.`, {
    label: 'Link them in order',
    perform: () => {
      addLinksInOrder(board.writer, board.model, ids)
      board.announce('Linked in order')
    },
  })
}

/** Copies without a key press: selects a text of its own first, because browsers let pages copy only a selection. */
function copyByMenu(board: BoardState, cuts: boolean): void {
  const field = document.createElement('textarea')
  field.value = ' '
  field.dataset.ownKeys = ''
  const fill = (event: ClipboardEvent) => {
    event.stopImmediatePropagation()
    if (copyInto(board, event.clipboardData, cuts)) event.preventDefault()
  }
  const before = document.activeElement
  document.body.append(field)
  field.select()
  document.addEventListener('copy', fill, { capture: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  if (!done) board.tell('This browser copies by keys only: Ctrl+C.')
}

async function pasteByMenu(board: BoardState): Promise<void> {
  try {
    const carried: Carried = { text: '', html: '' }
    for (const item of await navigator.clipboard.read())
      for (const [name, type] of Object.entries(carriers) as [keyof Carried, string][])
        if (item.types.includes(type)) carried[name] = await (await item.getType(type)).text()
    await pasteCarried(board, carried)
  } catch {
    board.tell('This browser pastes by keys only: Ctrl+V.')
  }
}

/** Of some kind; what is pasted finds its own. */
const someNote: Need = {
  ability: 'note.add',
  of: () => [newNote('plain'), ...noteKinds.map(kind => newNote(kind.id))],
  one: true,
}

export const cut: WallAction = {
  id: 'clipboard.cut',
  label: 'Cut',
  group: 'edit',
  icon: Scissors,
  shortcuts: ['Mod+X'],
  native: true,
  applies: hasNotes,
  ...onFree('note.delete'),
  perform: board => copyByMenu(board, true),
}

export const copy: WallAction = {
  id: 'clipboard.copy',
  label: 'Copy',
  group: 'edit',
  icon: Copy,
  shortcuts: ['Mod+C'],
  native: true,
  applies: hasNotes,
  needs: [],
  perform: board => copyByMenu(board, false),
}

export const paste: WallAction = {
  id: 'clipboard.paste',
  label: 'Paste',
  group: 'edit',
  icon: ClipboardPaste,
  shortcuts: ['Mod+V'],
  native: true,
  needs: [someNote],
  perform: board => void pasteByMenu(board),
}

/** Their keys are the browser's own clipboard events, handled in canvas/clipboard-input.ts. */
export const clipboardActions: readonly WallAction[] = [cut, copy, paste]
