import * as Y from 'yjs'
import { addEntity, setFields, textOf, type Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { writePlan } from '#lib/board/plan.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { gateLimits } from '#lib/gate/limits.ts'
import { messageLimits } from '#lib/protocol/messages.ts'
import { largeBoard } from '#lib/templates/large.ts'
import { openPhase } from '#tests/drivers/gated-board.ts'
import { printTable, quantile } from './table.ts'

const rounds = 300
const author = 'author'

/**
 * What the gate costs: each update checked, made anew and applied, beside the same update applied by plain Yjs, which is
 * the reference; and how long the largest updates that are allowed hold up the loop.
 */
export async function gate(): Promise<void> {
  const rows = [100, 2_000, 10_000].flatMap(count =>
    Object.entries(edits).map(([what, edit]) => cost(count, what, edit)),
  )
  printTable('gate: µs an update, median (p99)', rows)
  printTable('gate: the largest legal updates, ms that the loop works on one', [
    stall('live update', messageLimits.liveUpdate),
    stall('first sync', messageLimits.firstSync),
  ])
}

type Edit = (writer: Writer, round: number) => void
const edits: Record<string, Edit> = {
  move: (writer, round) => setFields(writer, 'notes', `s0n${round % 10}`, { pos: [round, 56, 'lane0'] }),
  type: (writer, round) => textOf(writer.doc, 'notes', `s1n${round % 5}`)?.insert(0, 'x'),
  add: (writer, round) =>
    addEntity(writer, 'notes', `added${round}`, { kind: 'step', pos: [round, 56, 'lane0'], z: 'a0', text: 'A note' }),
}

/** A board that somebody has written, as a server holds it and as the author does. */
function boardOf(count: number) {
  const mine = new Y.Doc()
  const writer: Writer = { doc: mine, newId: () => '' }
  const board = new BoardModel(mine)
  for (const plan of largeBoard(count)) writePlan(writer, board, plan, { freshIds: false })
  board.destroy()
  const copy = () => {
    const doc = new Y.Doc()
    for (const name of rootNames) rootOf(doc, name)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine))
    return doc
  }
  return { mine, writer, copy }
}

function pass(doc: Y.Doc, update: Uint8Array, client: number): void {
  const answer = checkUpdate(doc, update, {
    personId: author,
    role: 'contributor',
    phases: [openPhase],
    leaseOf: id => (id === client ? author : null),
    serverClient: doc.clientID,
    newClients: 8,
    draft: false,
  })
  if (!answer.ok) throw new Error(`${answer.rule} ${answer.path}`)
  if (answer.update) Y.applyUpdate(doc, answer.update)
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** ms of this thread's own work: what else the machine does does not count. */
function busy(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

function cost(count: number, what: string, edit: Edit): Record<string, string> {
  const { mine, writer, copy } = boardOf(count)
  const [guarded, plain] = [copy(), copy()]
  const updates: Uint8Array[] = []
  mine.on('update', (update: Uint8Array) => updates.push(update))
  for (let round = 0; round < rounds * 2; round += 1) mine.transact(() => edit(writer, round))
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const [round, update] of updates.entries()) {
    const [a, b] = [() => pass(guarded, update, mine.clientID), () => Y.applyUpdate(plain, update)]
    // The first half warms up; then in turns, so that whatever disturbs the one disturbs the other.
    const first = round % 2 ? timed(a) : timed(b)
    const second = round % 2 ? timed(b) : timed(a)
    if (round < rounds) continue
    ours.push(round % 2 ? first : second)
    theirs.push(round % 2 ? second : first)
  }
  const say = (times: readonly number[]) =>
    `${(quantile(times, 0.5) * 1000).toFixed(1)} (${(quantile(times, 0.99) * 1000).toFixed(0)})`
  return {
    notes: String(count),
    edit: what,
    'checked and applied': say(ours),
    'plain applyUpdate': say(theirs),
    'check alone': `× ${(quantile(ours, 0.5) / quantile(theirs, 0.5) - 1).toFixed(2)}`,
  }
}

/** As many small notes in one update as the limits of bytes and structs let through. */
function stall(what: string, bytes: number): Record<string, string> {
  const { mine, writer, copy } = boardOf(10_000)
  const before = Y.encodeStateVector(mine)
  const copies = Array.from({ length: 10 }, copy)
  const structs = () => mine.store.clients.get(mine.clientID)?.length ?? 0
  const most = structs() + gateLimits.newStructs
  let made = 0
  const fits = () => structs() + 100 * 6 < most && Y.encodeStateAsUpdate(mine, before).length + 100 * 100 < bytes
  while (fits())
    mine.transact(() => {
      for (const end = made + 100; made < end; made += 1)
        addEntity(writer, 'notes', `b${made}`, { kind: 'step', pos: [made, 0], z: 'a0', text: '' })
    })
  const update = Y.encodeStateAsUpdate(mine, before)
  const [plainly, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round < copies.length; round += 2) {
    const [guarded, plain] = copies.slice(round)
    if (!guarded || !plain) break
    plainly.push(busy(() => Y.applyUpdate(plain, update)))
    ours.push(busy(() => pass(guarded, update, mine.clientID)))
  }
  return {
    update: `${what}, ${Math.round(update.length / 1024)} kB, ${made} notes`,
    'checked and applied': range(ours),
    'plain applyUpdate': range(plainly),
    'check alone': `× ${(quantile(ours, 0) / quantile(plainly, 0) - 1).toFixed(2)}`,
  }
}

/** The least disturbed of some runs, and the most. */
const range = (times: readonly number[]) => `${quantile(times, 0).toFixed(0)} to ${quantile(times, 1).toFixed(0)}`
