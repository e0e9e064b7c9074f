import { around, expand } from '#lib/geometry/box.ts'
import { nothingHeld, RowCursor } from '#lib/replay/cursor.ts'
import { eventAt, type ReplayEvent } from '#lib/replay/events.ts'
import { momentOf } from '#lib/replay/playing-time.ts'
import { type RowColumns, readRows } from '#lib/replay/row-reader.ts'
import { Sketcher } from '#lib/replay/sketch.ts'
import type { Ask, CellsTold, Glance, PlayerMessage, ReplayColumns } from './protocol.ts'
import { paintSketch } from './sketch-paint.ts'

/** The recording, outside the page's thread: it reads it, goes to a row, names events, draws small pictures. */
const tell = (told: PlayerMessage, transfer: Transferable[] = []) => self.postMessage(told, { transfer })

/** Number of changed cells from which a picture comes first: updating the page's board takes longer. */
const much = 1_500

interface Opened {
  cursor: RowCursor
  /** A second cursor for pictures and films of other moments. */
  aside: RowCursor
  sketcher: Sketcher
  /** For each cell the row that the page has. */
  held: Int32Array
  /** The same for the film being made. */
  filmed: Int32Array
  /** The cells of lanes: a picture has none, for they are drawn under it. */
  lanes: ReadonlySet<number>
}
let opened: Opened | null = null

async function open(file: ArrayBuffer): Promise<void> {
  const plain = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))
  const rows = readRows(new Uint8Array(await new Response(plain).arrayBuffer()))
  const cursor = new RowCursor(rows)
  opened = {
    cursor,
    aside: new RowCursor(rows, cursor),
    sketcher: new Sketcher(rows),
    held: nothingHeld(rows),
    filmed: nothingHeld(rows),
    lanes: new Set(rows.cells.flatMap(({ root }, index) => (root === 'lanes' ? [index] : []))),
  }
  const columns = columnsFor(rows)
  const cells = rows.packed
  tell({ type: 'opened', columns, cells }, [
    cells.numbers.buffer,
    columns.seq.buffer,
    columns.at.buffer,
    columns.cell.buffer,
    columns.actor.buffer,
  ])
  // Reading marks needs the schema, which is larger than the rest of this worker.
  const { replayMarksOf } = await import('#lib/replay/marks.ts')
  tell({ type: 'marks', marks: replayMarksOf(rows) })
}

const columnsFor = ({ count, actors, seq, at, cell, actor }: RowColumns): Omit<ReplayColumns, 'cells'> => ({
  count,
  actors,
  seq: seq.slice(),
  at: at.slice(),
  cell: cell.slice(),
  actor: actor.slice(),
})

function show({ cursor, sketcher, held, lanes }: Opened, target: number, glance: Glance | null): void {
  performance.mark('replay.asked')
  cursor.seek(target)
  const event = eventAt(cursor, cursor.row)
  const { row } = cursor
  const context = glance && cursor.distanceTo(held) >= much ? canvasOf(glance.width, glance.height) : null
  if (!glance || !context) {
    const told = cellsTold(cursor, cursor.update(held))
    performance.measure('replay.sought', 'replay.asked')
    tell({ type: 'shown', row, event, ...told }, [told.cells.buffer, told.rows.buffer])
    return
  }
  const changed = [...lanes].filter(cell => held[cell] !== cursor.holding(cell))
  for (const cell of changed) held[cell] = cursor.holding(cell)
  const told = cellsTold(cursor, changed)
  performance.measure('replay.sought', 'replay.asked')
  paintSketch(context, sketcher.at(cursor), glance, glance.ink)
  const bitmap = context.canvas.transferToImageBitmap()
  performance.measure('replay.painted', 'replay.asked')
  tell({ type: 'glanced', row, event, bitmap, glance, ...told }, [bitmap, told.cells.buffer, told.rows.buffer])
}

function cellsTold(cursor: RowCursor, changed: readonly number[]): CellsTold {
  const { value } = cursor.rows
  const heldIn = (cell: number): unknown => value[cursor.holding(cell)]
  const set = changed.filter(cell => heldIn(cell) !== undefined)
  const unset = set.length === changed.length ? [] : changed.filter(cell => heldIn(cell) === undefined)
  const cells = Uint32Array.from([...set, ...unset])
  return {
    cells,
    rows: Int32Array.from(cells, cell => cursor.holding(cell)),
    values: JSON.stringify(set.map(heldIn)),
  }
}

let canvas: OffscreenCanvas | null = null
/** Returns an empty canvas of a size, px; the same one while the size is unchanged. */
function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  if (typeof OffscreenCanvas === 'undefined') return null
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  context?.reset()
  return context
}

function film({ aside, filmed }: Opened, { id, row, begins }: Extract<Ask, { type: 'film' }>): void {
  if (begins) filmed.fill(-1)
  aside.seek(row)
  const told = cellsTold(aside, aside.update(filmed))
  const event = eventAt(aside, aside.row)
  tell({ type: 'filmed', id, row: aside.row, event, ...told }, [told.cells.buffer, told.rows.buffer])
}

function history({ cursor }: Opened, asked: Extract<Ask, { type: 'history' }>): void {
  const { seq } = cursor.rows
  const moments = new Set(cursor.historyOf(asked.root, asked.entity).map(row => momentOf(seq, row)))
  const events = [...moments].map(row => eventAt(cursor, row)).filter((event): event is ReplayEvent => !!event)
  tell({ type: 'history', id: asked.id, events })
}

/** The whole wall at a moment. */
function picture({ aside, sketcher }: Opened, asked: Extract<Ask, { type: 'picture' }>): void {
  const { id, row, width, height, colours } = asked
  aside.seek(row)
  const sketch = sketcher.at(aside)
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) return
  context.fillStyle = colours.paper
  context.fillRect(0, 0, width, height)
  const bottom = sketch.lanes.reduce((sum, lane) => sum + lane.height, 0)
  const ground = { x: 0, y: 0, w: 800, h: Math.max(bottom, 400) }
  const all = expand(around([...sketch.sheets, ground]) ?? ground, 40)
  const scale = Math.min(width / all.w, height / all.h)
  const x = all.x + all.w / 2 - width / 2 / scale
  const y = all.y + all.h / 2 - height / 2 / scale
  for (const lane of sketch.lanes) {
    context.fillStyle = colours.customer
    if (lane.actor === 'customer') context.fillRect(0, (lane.top - y) * scale, width, lane.height * scale)
    context.fillStyle = colours.pencil
    context.fillRect(0, (lane.top + lane.height - y) * scale, width, 1)
  }
  paintSketch(context, sketch, { x, y, scale, width, height }, colours.ink)
  const bitmap = context.canvas.transferToImageBitmap()
  tell({ type: 'picture', id, bitmap }, [bitmap])
}

self.onmessage = (event: MessageEvent<Ask>) => {
  const ask = event.data
  if (ask.type === 'open') {
    open(ask.file).catch((error: unknown) =>
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    return
  }
  if (!opened) return
  switch (ask.type) {
    case 'show':
      return show(opened, ask.row, ask.glance)
    case 'film':
      return film(opened, ask)
    case 'history':
      return history(opened, ask)
    case 'picture':
      return picture(opened, ask)
  }
}
