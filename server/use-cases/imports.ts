import { limits } from '#lib/board/fields.ts'
import { readBoard } from '#lib/board/model.ts'
import { type BoardPlan, boardPlan, writePlan } from '#lib/board/plan.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { importLimit } from '#lib/import/format.ts'
import type { Access } from '../access.ts'
import { readBytes } from '../body.ts'
import { badRequest } from '../errors.ts'
import type { Running } from '../holder.ts'
import { newId } from '../ids.ts'
import { limit } from '../rate-limit.ts'
import type { FileRead } from '../reading/jobs.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { importArchive } from './archives.ts'
import { addBoard, newBoard } from './boards.ts'

/** What one import may bring: it is written in one step, and nobody on the board is to wait for it. */
export const importLimits = { notes: 5_000, links: 10_000, comments: 5_000 } as const

/** A file as the body of a request, read as a board; nothing is written. */
export async function readImport({ reader }: Running, person: PersonRecord, request: Request): Promise<FileRead> {
  limit('wholeBoard', person.id)
  const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) ?? 'file'
  const read = await reader.readFile(name, await readBytes(request, importLimit))
  if (read.archive) return read
  for (const [what, most] of Object.entries(importLimits)) {
    const count = read.plan[what as keyof typeof importLimits].length
    if (count > most)
      throw badRequest(
        `This file has ${count.toLocaleString('en')} ${what}; up to ${most.toLocaleString('en')} can be imported at once.`,
      )
  }
  return read
}

/** What an import would bring, to be seen before it happens. */
export const importView = ({ format, title, plan, losses, archive }: FileRead) => ({
  format,
  title,
  counts: {
    lanes: plan.lanes.length,
    notes: plan.notes.length,
    links: plan.links.length,
    outcomes: plan.outcomes.length,
    comments: plan.comments.length,
  },
  losses,
  /** Of an archive: the changes in its history. */
  changes: archive?.history.length ?? null,
})

/** Puts a file's board under what is on this one, as the work of whoever imports it. */
export async function importOnto({ hub }: Running, person: PersonRecord, { board }: Access, read: FileRead) {
  if (read.archive) throw badRequest('An archive brings a board with its history: open it from the list of boards.')
  const { plan } = read
  await hub.write(board.id, 'board.import', person.id, doc => {
    const there = readBoard(doc)
    writePlan({ doc, newId }, there, signed(plan, person.id), { freshIds: true, authors: true, at: below(there) })
  })
}

/** A new board that is the file's. */
export async function importAsBoard(
  running: Running,
  person: PersonRecord,
  workspaceId: string,
  { plan, title, archive }: FileRead,
): Promise<BoardRecord> {
  if (archive) return importArchive(running, person, workspaceId, archive)
  const name = (title ?? '').trim().slice(0, limits.name) || 'Imported board'
  const whole =
    plan.outcomes.length > 0 ? plan : { ...plan, outcomes: boardPlan.parse({ outcomes: [{ id: 'main' }] }).outcomes }
  return addBoard(running, newBoard(name, workspaceId, person), doc => {
    writePlan({ doc, newId }, readBoard(doc), signed(whole, person.id), { freshIds: false, authors: true })
  })
}

/** A file cannot say whose work it is. */
const signed = (plan: BoardPlan, by: string): BoardPlan => ({
  ...plan,
  notes: plan.notes.map(note => ({ ...note, by })),
  links: plan.links.map(link => ({ ...link, by })),
  comments: plan.comments.map(comment => ({ ...comment, by })),
})

/** Clear of the notes that are there, where no lane of the file says where a note goes. */
function below(board: BoardSnapshot): { x: number; y: number } {
  const lanes = board.lanes.reduce((bottom, lane) => Math.max(bottom, lane.top + lane.height), 0)
  let lowest = 0
  for (const note of board.notes.values()) if (note.place === 'wall') lowest = Math.max(lowest, note.y + note.h + 48)
  return { x: 0, y: Math.max(lanes, lowest) }
}
