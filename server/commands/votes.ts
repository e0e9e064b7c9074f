import * as Y from 'yjs'
import { z } from 'zod'
import { rootOf } from '#lib/board/schema.ts'
import type { Vote } from '#lib/facilitation/stage.ts'
import { type Ballot, ballot, ballotMistake, dotsPlaced, tally } from '#lib/facilitation/voting.ts'
import { badRequest } from '../errors.ts'
import { newId } from '../ids.ts'
import { setStage, stageOf } from '../stage.ts'
import { type CommandContext, defineCommand } from './define.ts'

/**
 * Dot voting. Ballots go to the store and nowhere else; while a vote is open the document holds its rules and how many
 * people are done, and after the close the tallies. The ballots themselves are erased then.
 */
const rules = {
  title: z.string().trim().max(120).default(''),
  dots: z.number().int().min(1).max(50),
  perNote: z.number().int().min(1).max(50).nullable().default(null),
  self: z.boolean().default(true),
  targets: z.array(z.string().max(40)).min(1).max(2_000),
}

const write = ({ hub, access }: CommandContext, command: string, body: (doc: Y.Doc) => void) =>
  hub.write(access.board.id, command, access.actor.personId, body)

const openVote = ({ hub, access }: CommandContext): Promise<Vote> =>
  hub.read(access.board.id, doc => {
    const { vote } = stageOf(doc)
    if (vote?.status !== 'open') throw badRequest('No vote is open now.')
    return vote
  })

/** People change their ballots at the same moment: each reading and writing of one vote waits for the one before. */
const turns = new Map<string, Promise<unknown>>()
function inTurn<T>(voteId: string, body: () => Promise<T>): Promise<T> {
  const mine = (turns.get(voteId) ?? Promise.resolve()).then(body, body)
  const settled = mine.catch(() => {})
  turns.set(voteId, settled)
  void settled.then(() => {
    if (turns.get(voteId) === settled) turns.delete(voteId)
  })
  return mine
}

export const voteOpen = defineCommand({
  name: 'vote.open',
  ability: 'vote.lead',
  input: z.strictObject(rules),
  async run(context, input) {
    const id = newId()
    await write(context, 'vote.open', doc => {
      const stage = stageOf(doc)
      if (stage.vote?.status === 'open') throw badRequest('A vote is open already; close it first.')
      const notes = rootOf(doc, 'notes')
      const targets = [...new Set(input.targets)].filter(
        target => notes.get(target)?.get('deleted') !== true && notes.has(target),
      )
      if (targets.length === 0)
        throw badRequest('There is nothing to vote on: pick kinds or notes that are on the wall.')
      const again = stage.vote !== null && targets.every(target => stage.vote?.targets.includes(target))
      const round = again ? (stage.vote?.round ?? 0) + 1 : 1
      setStage(doc, { vote: { ...input, id, round, status: 'open', open: false, targets, done: 0, results: null } })
    })
    return { id }
  },
})

export const voteCast = defineCommand({
  name: 'vote.cast',
  ability: 'vote.cast',
  input: z.strictObject({ dots: ballot }),
  async run(context, { dots }) {
    const { store, access, hub } = context
    const personId = access.actor.personId
    const { id } = await openVote(context)
    return inTurn(id, async () => {
      const vote = await openVote(context)
      const authors = vote.self ? [] : await store.log.leases(access.board.id)
      const personOf = new Map(authors.map(lease => [lease.client, lease.personId]))
      const own = await hub.read(access.board.id, doc => {
        const notes = rootOf(doc, 'notes')
        return new Set(Object.keys(dots).filter(noteId => authorOf(notes.get(noteId), personOf) === personId))
      })
      const mistake = ballotMistake(vote, dots, noteId => own.has(noteId))
      if (mistake) throw badRequest(mistake)
      const cast = Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0))
      await store.ballots.put({ voteId: vote.id, personId, json: JSON.stringify(cast) })
      const all = await readBallots(context, vote.id)
      const done = [...all.values()].filter(each => dotsPlaced(each) >= vote.dots).length
      // Without a name: the history says that somebody is done, never who.
      if (done !== vote.done)
        await hub.write(access.board.id, 'vote.progress', null, doc => setStage(doc, { vote: { ...vote, done } }))
      return { left: vote.dots - dotsPlaced(cast) }
    })
  },
})

/** One's own ballot, to show it again after a reload. */
export const voteMine = defineCommand({
  name: 'vote.mine',
  ability: 'board.see',
  input: z.strictObject({}),
  async run(context) {
    const vote = await openVote(context)
    const mine = await context.store.ballots.of(vote.id, context.access.actor.personId)
    return { dots: mine ? ballot.parse(JSON.parse(mine.json)) : {} }
  },
})

export const voteClose = defineCommand({
  name: 'vote.close',
  ability: 'vote.lead',
  input: z.strictObject({}),
  async run(context) {
    const { id } = await openVote(context)
    await inTurn(id, async () => {
      const vote = await openVote(context)
      const results = tally(vote.targets, (await readBallots(context, vote.id)).values())
      await write(context, 'vote.close', doc => {
        setStage(doc, { vote: { ...vote, status: 'closed', results } })
        for (const [noteId, dots] of Object.entries(results)) keepOn(rootOf(doc, 'notes').get(noteId), vote.id, dots)
      })
      await context.store.ballots.erase(vote.id)
    })
  },
})

/** Takes the results off everybody's screen; on the notes and in the history they stay. */
export const voteDismiss = defineCommand({
  name: 'vote.dismiss',
  ability: 'vote.lead',
  input: z.strictObject({}),
  run: context =>
    write(context, 'vote.dismiss', doc => {
      if (stageOf(doc).vote?.status === 'open') throw badRequest('Close the vote first.')
      setStage(doc, { vote: null })
    }),
})

async function readBallots({ store }: CommandContext, voteId: string): Promise<Map<string, Ballot>> {
  const records = await store.ballots.all(voteId)
  return new Map(records.map(record => [record.personId, ballot.parse(JSON.parse(record.json))]))
}

function authorOf(note: Y.Map<unknown> | undefined, personOf: ReadonlyMap<number, string>): string | null {
  const by = note?.get('by')
  if (typeof by === 'string') return by
  const client = note?._item?.id.client
  return client === undefined ? null : (personOf.get(client) ?? null)
}

function keepOn(note: Y.Map<unknown> | undefined, voteId: string, dots: number): void {
  if (note instanceof Y.Map)
    note.set('votes', { ...((note.get('votes') as Record<string, number> | undefined) ?? {}), [voteId]: dots })
}
