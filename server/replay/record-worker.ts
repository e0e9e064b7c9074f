import { gunzipSync, gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { CellWrite } from '#lib/board/commands/repair.ts'
import { type BoardPlan, planOf } from '#lib/board/plan.ts'
import type { RootName } from '#lib/board/schema.ts'
import { rowsBetween } from '#lib/replay/excerpt.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { type Logged, RowRecorder } from '#lib/replay/recorder.ts'
import { lastSeqOf, rowOfSeq, writesBackTo, writesReviving, writesUndoing } from '#lib/replay/repair.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { RowWriter } from '#lib/replay/row-writer.ts'
import { answerJobs } from '#server/base/thread-answers.ts'

/** The jobs of the recorder's thread. Rows are compressed in both directions. */
export interface RecordJobs {
  /**
   * Continues a recording (rows and document after `seq`), or begins one at 0; keeps the recording that is loaded
   * already.
   */
  begin: { ask: { boardId: string; seq: number; rows: Uint8Array | null; state: Uint8Array | null }; answer: null }
  /** Log entries in order, without a gap; `makers`: the person of each client, null for the server. */
  entries: { ask: { boardId: string; entries: readonly Logged[]; makers: Map<number, string | null> }; answer: null }
  finish: { ask: { boardId: string }; answer: { seq: number; rows: Uint8Array; state: Uint8Array } }
  /** Returns the writes of a repair, computed against the end of the rows. */
  repair: { ask: { rows: Uint8Array; wish: Wish }; answer: readonly CellWrite[] }
  /** Returns the board after an update, as a plan for a new one. */
  plan: { ask: { rows: Uint8Array; seq: number }; answer: BoardPlan }
  excerpt: { ask: { rows: Uint8Array; from: number; to: number }; answer: Uint8Array }
}
/** Restore the board to an update, or undo what one person did: since an update, or their last change. */
export type Wish = { to: number } | { undo: string; since: number | null } | { revive: { root: RootName; id: string } }

interface Held {
  seq: number
  recorder: RowRecorder
  writer: RowWriter
  makers: Map<number, string | null>
}
/** The recordings used last stay loaded, so that continuing costs only the new entries and one compression. */
const held = new Map<string, Held>()
const most = 4

function begin({ boardId, seq, rows, state }: RecordJobs['begin']['ask']): null {
  if (held.get(boardId)?.seq === seq) return null
  const makers = new Map<number, string | null>()
  const recorder = new RowRecorder({ ...(state ? { state } : {}), makerOf: client => makers.get(client) })
  const writer = new RowWriter(rows ? gunzipSync(rows) : undefined)
  held.set(boardId, { seq, recorder, writer, makers })
  for (const [oldest] of held) {
    if (held.size <= most) break
    held.delete(oldest)
  }
  return null
}

function heldFor(boardId: string): Held {
  const found = held.get(boardId)
  if (!found) throw new Error(`the recording of ${boardId} was not begun`)
  return found
}

function entries({ boardId, entries, makers }: RecordJobs['entries']['ask']): null {
  const recording = heldFor(boardId)
  for (const [client, maker] of makers) recording.makers.set(client, maker)
  for (const entry of entries) {
    if (entry.seq !== recording.seq + 1) throw new Error(`entry ${entry.seq} does not follow ${recording.seq}`)
    for (const row of recording.recorder.apply(entry)) recording.writer.write(row)
    recording.seq = entry.seq
  }
  const { pendingStructs, pendingDs } = recording.recorder.doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error(`the log of ${boardId} has a gap`)
  return null
}

function finish({ boardId }: RecordJobs['finish']['ask']): RecordJobs['finish']['answer'] {
  const { seq, recorder, writer } = heldFor(boardId)
  return { seq, rows: gzipSync(writer.bytes()), state: Y.encodeStateAsUpdate(recorder.doc) }
}

function excerpt({ rows, from, to }: RecordJobs['excerpt']['ask']): Uint8Array {
  const writer = new RowWriter()
  for (const row of rowsBetween(reading(rows), from, to)) writer.write(row)
  return gzipSync(writer.bytes())
}

const reading = (rows: Uint8Array) => readRows(gunzipSync(rows))

function repair({ rows, wish }: RecordJobs['repair']['ask']): RecordJobs['repair']['answer'] {
  const columns = reading(rows)
  if ('to' in wish) return writesBackTo(columns, wish.to)
  if ('revive' in wish) return writesReviving(columns, wish.revive.root, wish.revive.id)
  const since = wish.since ?? lastSeqOf(columns, wish.undo)
  return since === null ? [] : writesUndoing(columns, wish.undo, since)
}

function plan({ rows, seq }: RecordJobs['plan']['ask']): BoardPlan {
  const player = new BoardPlayer(reading(rows))
  player.seek(rowOfSeq(player.cursor.rows, seq))
  return planOf(player, made => made.by)
}

/** Drops a recording that met an error; the next request makes it anew. */
const careful =
  <A extends { boardId: string }, R>(run: (ask: A) => R) =>
  (ask: A): R => {
    try {
      return run(ask)
    } catch (error) {
      held.delete(ask.boardId)
      throw error
    }
  }

await answerJobs<RecordJobs>({
  begin: careful(begin),
  entries: careful(entries),
  finish: careful(finish),
  repair,
  plan,
  excerpt,
})
