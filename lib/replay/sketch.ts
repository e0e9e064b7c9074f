import { defaultLaneHeight, defaultSize } from '../board/fields.ts'
import { layoutLanes } from '../board/layout.ts'
import type { Lane } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import { isNoteKind, type NoteKindId, noteKind } from '../notes/kinds/index.ts'
import { type PaperId, papers } from '../notes/papers.ts'
import type { RowCursor } from './cursor.ts'
import type { RowColumns } from './row-reader.ts'
import { presence } from './rows.ts'

/** A note for a sketch: a sheet of paper with text. */
export interface SketchSheet extends Box {
  id: string
  paper: PaperId
  kind: NoteKindId
  text: string
  z: string
}

type SketchedLane = Pick<Lane, 'id' | 'name' | 'actor' | 'order' | 'height' | 'top'>

/** The wall at a moment, for a picture of it. */
export interface Sketch {
  sheets: readonly SketchSheet[]
  /** From sheet to sheet. */
  links: readonly (readonly [SketchSheet, SketchSheet])[]
  lanes: readonly SketchedLane[]
}

/** The fields that a sketch needs, by root. */
const needed = {
  notes: [presence, 'deleted', 'pos', 'size', 'place', 'version', 'kind', 'colour', 'text', 'z'],
  links: [presence, 'deleted', 'ends', 'version'],
  lanes: [presence, 'deleted', 'name', 'actor', 'order', 'height'],
} as const
type Root = keyof typeof needed
type Read<R extends Root> = (key: (typeof needed)[R][number]) => unknown

/**
 * The cells of a root's entities: in `cells` one row for each entity, one column for each needed field, −1 for none.
 */
class Entities<R extends Root> {
  readonly ids: string[] = []
  readonly cells: Int32Array
  readonly #columns: ReadonlyMap<string, number>

  constructor(root: R, rows: RowColumns) {
    this.#columns = new Map(needed[root].map((key, column) => [key, column]))
    const places = new Map<string, number>()
    const of = rows.cells.map(cell => {
      if (cell.root !== root) return -1
      const known = places.get(cell.id)
      if (known !== undefined) return known
      places.set(cell.id, this.ids.length)
      return this.ids.push(cell.id) - 1
    })
    this.cells = new Int32Array(this.ids.length * this.#columns.size).fill(-1)
    for (const [index, entity] of of.entries()) {
      const column = entity < 0 ? undefined : this.#columns.get(rows.cells[index]?.key ?? '')
      if (column !== undefined) this.cells[entity * this.#columns.size + column] = index
    }
  }

  /** Calls back for each entity that exists at the cursor. */
  forEach(cursor: RowCursor, visit: (id: string, read: Read<R>) => void): void {
    const { value } = cursor.rows
    const width = this.#columns.size
    let first = 0
    const valueIn = (column: number): unknown => {
      const cell = this.cells[first + column] ?? -1
      const row = cell < 0 ? -1 : cursor.holding(cell)
      return row < 0 ? undefined : value[row]
    }
    const read = (key: string) => valueIn(this.#columns.get(key) ?? -1)
    for (const id of this.ids) {
      if (valueIn(0) === true && valueIn(1) !== true) visit(id, read)
      first += width
    }
  }
}

/**
 * Draws the wall's outlines directly from rows, without a board and without the schema: a picture of any moment in a
 * millisecond or two. It leaves out what it cannot read, as the board does.
 */
export class Sketcher {
  readonly #notes: Entities<'notes'>
  readonly #links: Entities<'links'>
  readonly #lanes: Entities<'lanes'>

  constructor(rows: RowColumns) {
    this.#notes = new Entities('notes', rows)
    this.#links = new Entities('links', rows)
    this.#lanes = new Entities('lanes', rows)
  }

  /** Returns the sketch at a cursor. */
  at(cursor: RowCursor): Sketch {
    const lanes = this.#lanesAt(cursor)
    const tops = new Map(lanes.map(lane => [lane.id, lane.top]))
    const sheets = new Map<string, SketchSheet>()
    this.#notes.forEach(cursor, (id, read) => {
      const sheet = sheetOf(id, read, tops)
      if (sheet) sheets.set(id, sheet)
    })
    const links: (readonly [SketchSheet, SketchSheet])[] = []
    this.#links.forEach(cursor, (_, read) => {
      const ends = read('ends')
      if (!Array.isArray(ends) || read('version') === 'to-be') return
      const [from, to] = [sheets.get(ends[0]), sheets.get(ends[1])]
      if (from && to) links.push([from, to])
    })
    return { sheets: [...sheets.values()], links, lanes }
  }

  #lanesAt(cursor: RowCursor): SketchedLane[] {
    const records: Omit<SketchedLane, 'top'>[] = []
    this.#lanes.forEach(cursor, (id, read) => {
      const [name, actor, order, height] = [read('name'), read('actor'), read('order'), read('height')]
      records.push({
        id,
        name: typeof name === 'string' ? name : '',
        actor: (typeof actor === 'string' ? actor : 'back-stage') as Lane['actor'],
        order: typeof order === 'string' ? order : 'a0',
        height: typeof height === 'number' ? height : defaultLaneHeight,
      })
    })
    return layoutLanes(records)
  }
}

function sheetOf(id: string, read: Read<'notes'>, tops: ReadonlyMap<string, number>): SketchSheet | null {
  const pos = read('pos')
  if (!isPair(pos) || (read('place') ?? 'wall') !== 'wall' || read('version') === 'to-be') return null
  const size = read('size')
  const [w, h] = isPair(size) ? size : defaultSize
  const [text, z, colour, kind] = [read('text'), read('z'), read('colour'), read('kind')]
  const known = isNoteKind(kind) ? kind : 'plain'
  return {
    id,
    x: pos[0],
    y: pos[1] + (tops.get(pos[2] ?? '') ?? 0),
    w,
    h,
    kind: known,
    paper: typeof colour === 'string' && Object.hasOwn(papers, colour) ? (colour as PaperId) : noteKind(known).paper,
    text: typeof text === 'string' ? text : '',
    z: typeof z === 'string' ? z : 'a0',
  }
}

const isPair = (value: unknown): value is [number, number, string?] =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
