import type { Phase } from '#lib/access/phase.ts'
import { readBoard } from '#lib/board/model.ts'
import { draftsOf, isOver, readDraftId, readRound, written } from '#lib/facilitation/drafts.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import type { Log } from '#server/base/log.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import type { LogStore } from '../store/log-store.ts'
import type { Draft, Hub } from './contract.ts'
import type { LogWriter } from './log-writer.ts'
import type { Room } from './room.ts'

/**
 * Returns the phases of a document of private notes, from its board's: it can be written only while its own round runs.
 */
export function draftPhases(
  [now, ...before]: readonly [Phase, ...Phase[]],
  docId: string,
): readonly [Phase, ...Phase[]] {
  const round = readDraftId(docId)?.round
  const within = (phase: Phase): Phase =>
    phase.round === round ? phase : { ...phase, rights: { ...phase.rights, private: false } }
  return [within(now), ...before.map(within)]
}

/** ms between a change in private notes and the count that the stage shows. */
const settle = 250

/** Keeps the number of private notes on the stage: per person, or one total in an anonymous round. */
export class DraftCounts {
  readonly #hub: Pick<Hub, 'read' | 'write'>
  readonly #store: LogStore
  readonly #log: Log
  /** Notes by document. */
  readonly #known = new Map<string, number>()
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor(hub: Pick<Hub, 'read' | 'write'>, store: LogStore, log: Log) {
    this.#hub = hub
    this.#store = store
    this.#log = log
  }

  changed(docId: string): void {
    const draft = readDraftId(docId)
    if (!draft) return
    this.#known.delete(docId)
    const of = `${draftsOf(draft.boardId)}${draft.round}.`
    if (this.#timers.has(of)) return
    const tell = () => {
      this.#timers.delete(of)
      this.#tell(draft.boardId, draft.round, of).catch(error =>
        this.#log.warn({ err: error, boardId: draft.boardId }, 'private notes could not be counted'),
      )
    }
    this.#timers.set(of, setTimeout(tell, settle))
  }

  forget(docId: string): void {
    this.#known.delete(docId)
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  async #tell(boardId: string, round: string, of: string): Promise<void> {
    const counts: [string, number][] = []
    for (const docId of await this.#store.docs(of)) {
      const count = this.#known.get(docId) ?? (await this.#hub.read(docId, doc => written(readBoard(doc)).length))
      this.#known.set(docId, count)
      if (count > 0) counts.push([readDraftId(docId)?.personId ?? '', count])
    }
    const all = counts.reduce((sum, [, count]) => sum + count, 0)
    const drafts = readRound(round)?.anonymous ? { '': all } : Object.fromEntries(counts)
    await this.#hub.write(boardId, 'drafts.count', null, doc => {
      if (currentRound(stageOf(doc)) === round) setStage(doc, { drafts })
    })
  }
}

interface Parts {
  store: LogStore
  writer: LogWriter
  rooms: Map<string, Room>
  room(docId: string): Room
  forget(docId: string): void
}

/**
 * Ends a round of private notes: no more updates are accepted, `write` gets everything that is durable, and then the
 * documents are erased. When `write` fails, everybody can go on writing.
 */
export async function takeRound(
  parts: Parts,
  boardId: string,
  round: string,
  write: (drafts: Draft[]) => Promise<void>,
): Promise<void> {
  const { store, rooms, room } = parts
  const of = `${draftsOf(boardId)}${round}.`
  const held = () => [...rooms.values()].filter(each => each.docId.startsWith(of))
  try {
    for (const each of held()) {
      await each.ready
      each.hold()
    }
    for (const each of held()) await each.settled()
    const drafts: Draft[] = []
    for (const docId of await store.docs(of)) {
      const each = room(docId)
      await each.ready
      each.hold()
      drafts.push({ personId: readDraftId(docId)?.personId ?? '', notes: written(readBoard(each.doc)) })
    }
    await write(drafts)
  } catch (error) {
    for (const each of held()) each.release()
    throw error
  }
  for (const each of held()) {
    each.closeAll('roundOver')
    rooms.delete(each.docId)
    each.destroy()
  }
  await eraseOver(parts, boardId, new Set([round]))
}

/** Erases the documents of rounds that have been revealed. */
async function eraseOver({ store, writer, forget }: Parts, boardId: string, over: ReadonlySet<string>) {
  // Appends that the rooms have queued, leases too, must be stored before the erasing and not after it.
  await new Promise<void>(resolve => writer.submit({ docId: boardId, entries: [], leases: [], done: () => resolve() }))
  for (const docId of await store.docs(draftsOf(boardId))) {
    const round = readDraftId(docId)?.round
    if (round === undefined || !over.has(round)) continue
    await store.erase(docId)
    forget(docId)
  }
}

/** Erases revealed rounds that a server left behind when it stopped between the reveal and the erasing. */
export async function eraseRevealed(parts: Parts, boardId: string, rounds: Readonly<Record<string, number>>) {
  const over = new Set<string>()
  for (const docId of await parts.store.docs(draftsOf(boardId))) {
    const round = readDraftId(docId)?.round
    if (round !== undefined && isOver(rounds, round)) over.add(round)
  }
  if (over.size > 0) await eraseOver(parts, boardId, over)
}
