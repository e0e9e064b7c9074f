import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import { type PastVote, pastVotesKept, type Stage, type Vote } from '#lib/facilitation/stage.ts'
import {
  type Ballot,
  ballot,
  ballotMistake,
  dotsPlaced,
  dotsThere,
  outcomeOf,
  voteOutcome,
} from '#lib/facilitation/voting.ts'
import { badRequest } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import type { CommandContext, Implementations } from '#server/collab/command.ts'
import { castInTurn, closeBox, reportSoon } from './ballot-box.ts'

/**
 * Dot voting. Ballots are kept in the store only. While a vote is open the document holds its rules and how many people
 * have finished; after the close it holds the tallies, as soon as everybody may see them. The ballots are then erased.
 */
const write = ({ hub, access, command }: CommandContext, body: (doc: Y.Doc) => void) =>
  hub.write(access.board.id, command, access.actor.personId, body)

const voteNow = ({ hub, access }: CommandContext): Promise<Vote | null> =>
  hub.read(access.board.id, doc => stageOf(doc).vote)

async function openVote(context: CommandContext): Promise<Vote> {
  const vote = await voteNow(context)
  if (vote?.status !== 'open') throw badRequest('No vote is open now.')
  return vote
}

export const votes = {
  async 'vote.open'(context, { again, ...input }) {
    const id = newId()
    const before = await voteNow(context)
    await write(context, doc => {
      const stage = stageOf(doc)
      if (stage.vote?.status === 'open') throw badRequest('A vote is open already; close it first.')
      const notes = rootOf(doc, 'notes')
      const targets = [...new Set(input.targets)].filter(
        target => notes.has(target) && notes.get(target)?.get('deleted') !== true,
      )
      if (targets.length === 0)
        throw badRequest('There is nothing to vote on: pick kinds or notes that are on the wall.')
      const round = again && stage.vote ? stage.vote.round + 1 : 1
      const vote: Vote = { ...input, id, round, status: 'open', targets, results: null, voters: null }
      setStage(doc, { vote, voted: 0 })
    })
    if (before) await forget(context, before.id)
    return { id }
  },

  async 'vote.cast'(context, { dots }) {
    const { store, hub, access } = context
    const { personId } = access.actor
    const { id } = await openVote(context)
    return castInTurn(id, personId, async () => {
      const vote = await openVote(context)
      const gone = await goneOf(context, vote)
      const cast = dotsThere(dots, noteId => !gone.has(noteId))
      const own = vote.self ? new Set<string>() : await ownAmong(context, Object.keys(cast))
      const mistake = ballotMistake(vote, cast, noteId => own.has(noteId))
      if (mistake) throw badRequest(mistake)
      const placed = dotsPlaced(cast)
      await store.ballots.put({ voteId: vote.id, personId, json: JSON.stringify(cast), placed })
      reportSoon(vote.id, () => reportProgress(context, vote))
      hub.notify(access.board.id, { kind: 'ballot', vote: vote.id }, [personId])
      return { left: vote.dots - placed }
    })
  },

  async 'vote.mine'(context) {
    const vote = await openVote(context)
    const mine = await context.store.ballots.of(vote.id, context.access.actor.personId)
    const gone = await goneOf(context, vote)
    const cast = mine ? ballot.parse(JSON.parse(mine.json)) : {}
    return { vote: vote.id, dots: dotsThere(cast, noteId => !gone.has(noteId)) }
  },

  async 'vote.close'(context) {
    const { store, phase } = context
    const { id } = await openVote(context)
    await closeBox(id, async () => {
      const vote = await openVote(context)
      const gone = await goneOf(context, vote)
      const targets = vote.targets.filter(noteId => !gone.has(noteId))
      const outcome = outcomeOf({ ...vote, targets }, await readBallots(context, id))
      const voted = await store.ballots.countPlaced(id, vote.dots)
      const shown = phase.rights.seeResults
      if (!shown) await store.ballots.keepTally({ voteId: id, json: JSON.stringify(outcome) })
      await write(context, doc => {
        setStage(doc, { voted, vote: { ...vote, status: 'closed' } })
        if (shown) publish(doc, { ...vote, status: 'closed', ...outcome })
      })
      await store.ballots.erase(id)
    })
  },

  async 'vote.results'(context) {
    const vote = await voteNow(context)
    const kept = vote && (await context.store.ballots.tally(vote.id))
    return kept ? { vote: vote.id, ...voteOutcome.parse(JSON.parse(kept.json)) } : null
  },

  async 'vote.show'(context) {
    const vote = await voteNow(context)
    const kept = vote && (await context.store.ballots.tally(vote.id))
    if (!kept) throw badRequest('There are no results that are not shown yet.')
    const outcome = voteOutcome.parse(JSON.parse(kept.json))
    await write(context, doc => publish(doc, { ...vote, ...outcome }))
    await forget(context, vote.id)
  },

  async 'vote.dismiss'(context) {
    const before = await voteNow(context)
    await write(context, doc => {
      if (stageOf(doc).vote?.status === 'open') throw badRequest('Close the vote first.')
      setStage(doc, { vote: null, voted: 0 })
    })
    if (before) await forget(context, before.id)
  },
} satisfies Partial<Implementations>

/** Written without a person: the history shows that somebody finished, never who. */
async function reportProgress({ store, hub, access }: CommandContext, vote: Vote): Promise<void> {
  const voted = await store.ballots.countPlaced(vote.id, vote.dots)
  await hub.write(access.board.id, 'vote.progress', null, doc => {
    if (stageOf(doc).vote?.id === vote.id) setStage(doc, { voted })
  })
}

/** Returns the vote's notes that were deleted since it was opened. */
const goneOf = ({ hub, access }: CommandContext, { targets }: Vote): Promise<Set<string>> =>
  hub.read(access.board.id, doc => {
    const notes = rootOf(doc, 'notes')
    return new Set(targets.filter(id => notes.get(id)?.get('deleted') === true))
  })

/** Returns which of these notes the calling person wrote. */
async function ownAmong({ store, hub, access }: CommandContext, noteIds: readonly string[]): Promise<Set<string>> {
  const { personId } = access.actor
  const mine = new Set<number>()
  for (const lease of await store.log.leases(access.board.id)) if (lease.personId === personId) mine.add(lease.client)
  return hub.read(access.board.id, doc => {
    const notes = rootOf(doc, 'notes')
    const isMine = (note: Y.Map<unknown> | undefined) => {
      const by = note?.get('by')
      if (typeof by === 'string') return by === personId
      const client = note?._item?.id.client
      return client !== undefined && mine.has(client)
    }
    return new Set(noteIds.filter(noteId => isMine(notes.get(noteId))))
  })
}

/** Erases what the store may still hold of a vote, also after a server that stopped half-way. */
async function forget({ store }: CommandContext, voteId: string): Promise<void> {
  await store.ballots.erase(voteId)
  await store.ballots.dropTally(voteId)
}

async function readBallots({ store }: CommandContext, voteId: string): Promise<Map<string, Ballot>> {
  const records = await store.ballots.all(voteId)
  return new Map(records.map(record => [record.personId, ballot.parse(JSON.parse(record.json))]))
}

/** Publishes the outcome: on the stage, on the notes, and in the board's list of votes. */
function publish(doc: Y.Doc, vote: Vote): void {
  const results = vote.results ?? {}
  const { id, title, round, dots } = vote
  const placed = Object.fromEntries(Object.entries(results).filter(([, count]) => count > 0))
  const past: PastVote = { id, title, round, dots, results: placed }
  const votes: Stage['votes'] = [...stageOf(doc).votes.filter(one => one.id !== id), past].slice(-pastVotesKept)
  setStage(doc, { vote, votes })
  for (const [noteId, count] of Object.entries(results)) keepOn(rootOf(doc, 'notes').get(noteId), id, count)
}

function keepOn(note: Y.Map<unknown> | undefined, voteId: string, dots: number): void {
  if (note instanceof Y.Map)
    note.set('votes', { ...((note.get('votes') as Record<string, number> | undefined) ?? {}), [voteId]: dots })
}
