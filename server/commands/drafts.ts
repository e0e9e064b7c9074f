import { randomInt } from 'node:crypto'
import { setFields } from '#lib/board/commands/writer.ts'
import { readBoard } from '#lib/board/model.ts'
import { addCluster, type ClusterNote } from '#lib/facilitation/add-cluster.ts'
import { draftId, isOver, readRound, roundKey, written } from '#lib/facilitation/drafts.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { badRequest } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import type { Implementations } from '#server/collab/command.ts'
import { waitingRounds } from '../use-cases/private-rounds.ts'

/**
 * Private notes. Each person's are in a document of their own that nobody else can open; these commands move them onto
 * the board, and only the server writes them there.
 */
const boxOf = (rect: readonly [number, number, number, number] | null) =>
  rect && { x: rect[0], y: rect[1], w: rect[2], h: rect[3] }

export const drafts = {
  async 'drafts.waiting'({ store, hub, access }) {
    const stage = await hub.read(access.board.id, stageOf)
    const rounds = await waitingRounds({ store, hub }, access.board.id)
    return [...rounds].map(([round, counts]) => {
      const { item, anonymous } = readRound(round) ?? { item: '', anonymous: false }
      const name = stage.agenda.find(one => one.id === item)?.name ?? null
      return { round, name, anonymous, now: round === currentRound(stage), ...counts }
    })
  },

  /**
   * Reveals also the notes of people who have left. After an anonymous round no author can be found: the notes are
   * written anew in random order, and their documents are erased.
   */
  async 'drafts.reveal'({ hub, access: { board, actor } }, input) {
    const round = readRound(input.round)
    if (!round || (await hub.read(board.id, doc => isOver(stageOf(doc).rounds, input.round))))
      throw badRequest('These notes have been revealed already.')
    let ids: string[] = []
    await hub.takeRound(board.id, input.round, async drafts => {
      const clusterNotes = drafts.flatMap(({ personId, notes }) =>
        notes.map((note): ClusterNote => ({ note, by: round.anonymous ? null : personId })),
      )
      if (clusterNotes.length === 0) throw badRequest('Nobody has written a private note yet.')
      if (round.anonymous) shuffle(clusterNotes)
      await hub.write(board.id, 'drafts.reveal', round.anonymous ? null : actor.personId, doc => {
        const place = input.inbox ? 'inbox' : 'wall'
        ids = addCluster({ doc, newId }, readBoard(doc), clusterNotes, { near: boxOf(input.near), place })
        const { rounds } = stageOf(doc)
        setStage(doc, { rounds: { ...rounds, [roundKey(round)]: round.times + 1 }, drafts: {} })
      })
    })
    return { notes: ids.length }
  },

  async 'drafts.share'({ hub, access: { board, actor } }, input) {
    const round = await hub.read(board.id, doc => currentRound(stageOf(doc)))
    if (round === null) throw badRequest('This round of private notes is over.')
    const docId = draftId(board.id, round, actor.personId)
    const mine = await hub.read(docId, doc => written(readBoard(doc)))
    const shared = input.notes === null ? mine : mine.filter(note => input.notes?.includes(note.id))
    if (shared.length === 0) throw badRequest('There is no private note of yours to show.')
    await hub.write(board.id, 'drafts.share', actor.personId, doc => {
      const clusterNotes = shared.map(note => ({ note, by: actor.personId }))
      addCluster({ doc, newId }, readBoard(doc), clusterNotes, { near: boxOf(input.near), place: 'wall' })
    })
    await hub.write(docId, 'drafts.share', actor.personId, doc => {
      for (const { id } of shared) setFields({ doc, newId }, 'notes', id, { deleted: true })
    })
    return { notes: shared.length }
  },
} satisfies Partial<Implementations>

/** Fisher and Yates, with random numbers that nobody can guess. */
function shuffle(list: unknown[]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const moved = list[last]
    list[last] = list[other]
    list[other] = moved
  }
}
