import { around, expand } from '#lib/geometry/box.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { RowCursor } from '#lib/replay/cursor.ts'
import { type Deed, deedAt } from '#lib/replay/deeds.ts'
import { marksOf } from '#lib/replay/marks.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { momentOf } from '#lib/replay/playing-time.ts'
import { type RowColumns, readRows } from '#lib/replay/row-reader.ts'
import { packCells } from './packed-cells.ts'
import type { Ask, Columns, Told } from './protocol.ts'

/** The recording, away from the page's thread: reading it, going to a row, telling what happened, small pictures. */
const tell = (told: Told, transfer: Transferable[] = []) => self.postMessage(told, { transfer })

let cursor: RowCursor | null = null
/** For pictures, which are of other moments than the one shown. */
let aside: BoardPlayer | null = null

async function open(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) {
    const refused = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
    throw new Error(refused?.error?.message ?? 'The server could not send the recording. Try again soon.')
  }
  const plain = response.body?.pipeThrough(new DecompressionStream('gzip'))
  const rows = readRows(new Uint8Array(await new Response(plain).arrayBuffer()))
  cursor = new RowCursor(rows)
  const columns = columnsFor(rows)
  const cells = packCells(rows.cells)
  tell({ type: 'opened', columns, cells, marks: marksOf(rows) }, [
    cells.numbers.buffer,
    columns.seq.buffer,
    columns.at.buffer,
    columns.cell.buffer,
    columns.actor.buffer,
  ])
}

const columnsFor = ({ count, actors, seq, at, cell, actor }: RowColumns): Omit<Columns, 'cells'> => ({
  count,
  actors,
  seq: seq.slice(),
  at: at.slice(),
  cell: cell.slice(),
  actor: actor.slice(),
})

function show(target: number): void {
  if (!cursor) return
  const { rows } = cursor
  const cells = Uint32Array.from(cursor.seek(target))
  const held = new Int32Array(cells.length)
  const values: unknown[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const row = cursor.holding(cells[at] ?? -1)
    held[at] = row
    values.push(row < 0 ? undefined : rows.value[row])
  }
  const deed = deedAt(cursor, cursor.row)
  tell({ type: 'shown', row: cursor.row, cells, rows: held, values, deed }, [cells.buffer, held.buffer])
}

function history(asked: Extract<Ask, { type: 'history' }>): void {
  if (!cursor) return
  const { seq } = cursor.rows
  const moments = new Set(cursor.historyOf(asked.root, asked.entity).map(row => momentOf(seq, row)))
  const deeds = [...moments].map(row => (cursor ? deedAt(cursor, row) : null)).filter((deed): deed is Deed => !!deed)
  tell({ type: 'history', id: asked.id, deeds })
}

/** The whole wall at a moment, notes as sheets of their paper. */
function picture({ id, row, width, height, colours }: Extract<Ask, { type: 'picture' }>): void {
  if (!cursor) return
  aside ??= new BoardPlayer(cursor.rows)
  aside.seek(row)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = colours.paper
  context.fillRect(0, 0, width, height)
  const notes = [...aside.notes.values()].filter(note => note.place === 'wall')
  const bottom = aside.lanes.reduce((sum, lane) => sum + lane.height, 0)
  const all = expand(
    around([...notes, { x: 0, y: 0, w: 800, h: Math.max(bottom, 400) }]) ?? { x: 0, y: 0, w: 1, h: 1 },
    40,
  )
  const scale = Math.min(width / all.w, height / all.h)
  context.setTransform(
    scale,
    0,
    0,
    scale,
    width / 2 - (all.x + all.w / 2) * scale,
    height / 2 - (all.y + all.h / 2) * scale,
  )
  const wide = { x: all.x - all.w * 3, w: all.w * 7 }
  for (const lane of aside.lanes) {
    context.fillStyle = colours.customer
    if (lane.actor === 'customer') context.fillRect(wide.x, lane.top, wide.w, lane.height)
    context.fillStyle = colours.pencil
    context.fillRect(wide.x, lane.top + lane.height, wide.w, 1 / scale)
  }
  const least = 2 / scale
  for (const note of notes) {
    context.fillStyle = papers[note.colour ?? noteKind(note.kind).paper].fill
    context.fillRect(note.x, note.y, Math.max(note.w, least), Math.max(note.h, least))
  }
  const bitmap = canvas.transferToImageBitmap()
  tell({ type: 'picture', id, bitmap }, [bitmap])
}

self.onmessage = (event: MessageEvent<Ask>) => {
  const ask = event.data
  const failed = (error: unknown) =>
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  switch (ask.type) {
    case 'open':
      open(ask.address).catch(failed)
      return
    case 'show':
      return show(ask.row)
    case 'history':
      return history(ask)
    case 'picture':
      return picture(ask)
  }
}
