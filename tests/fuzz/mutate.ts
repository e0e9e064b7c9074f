import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork, watchOnly } from '#lib/access/rights.ts'
import { rootOf } from '#lib/board/schema.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { setStage } from '#server/base/stage.ts'
import { GatedBoard, openPhase } from '#tests/drivers/gated-board.ts'
import { act } from '#tests/drivers/honest-acts.ts'
import { type Chance, pickOne, random } from '#tests/drivers/random.ts'
import { Seat } from '#tests/drivers/seat.ts'
import { mutate } from './mutations.ts'
import { breaches, malformed, see } from './oracle.ts'

export interface MutationReport {
  mutants: number
  accepted: number
  /** Of those, how many changed what people see. */
  seen: number
  /** How often each rule refused. */
  rules: Record<string, number>
}

const phases: readonly Phase[] = [
  openPhase,
  { ...openPhase, rights: { ...freeWork, edit: 'own', delete: 'own', lanes: false, verdicts: false } },
  { ...openPhase, rights: { ...freeWork, edit: 'own', add: ['idea', 'step'], link: false, details: false } },
  { ...openPhase, rights: { ...watchOnly, edit: 'own', marks: true } },
  { ...openPhase, rights: { ...freeWork, private: true, outcome: false, edit: 'none', comment: false } },
  { ...openPhase, frozen: true },
  { ...openPhase, session: 'ended' },
  { ...openPhase, board: 'finished' },
]

/**
 * Sends so many mutants of honest updates to boards on which honest people work at the same time. After each that got
 * in, the oracle says whether anything happened that the policy forbids; at the end of each board everybody's copy
 * must be the same as a fresh load. Throws at the first breach.
 */
export function mutateAtLength(seed: number, mutants: number, gate = checkUpdate): MutationReport {
  const chance = random(seed)
  const report: MutationReport = { mutants: 0, accepted: 0, seen: 0, rules: {} }
  while (report.mutants < mutants) new Siege(chance, report, gate).run(Math.min(400, mutants - report.mutants))
  return report
}

/** One board under attack. */
class Siege {
  readonly #chance: Chance
  readonly #report: MutationReport
  readonly #gate: typeof checkUpdate
  readonly #board = new GatedBoard()
  readonly #fay: Seat
  readonly #vic: Seat
  readonly #mal: Seat
  /** Updates seen on this board, to take pieces from. */
  readonly #pool: Uint8Array[] = []
  /** What the server told its clients, in order. */
  readonly #told: Uint8Array[] = []

  constructor(chance: Chance, report: MutationReport, gate: typeof checkUpdate) {
    this.#chance = chance
    this.#report = report
    this.#gate = gate
    this.#board.doc.on('update', (update: Uint8Array) => {
      this.#told.push(update)
      this.#pool[Math.min(chance.below(40), this.#pool.length)] = update
    })
    this.#fay = new Seat(this.#board, 'fay', 'facilitator', chance)
    this.#vic = new Seat(this.#board, 'vic', 'contributor', chance)
    this.#mal = new Seat(this.#board, 'mal', 'contributor', chance)
  }

  get #seats(): Seat[] {
    return [this.#fay, this.#vic, this.#mal]
  }

  run(mutants: number): void {
    this.#prepare()
    this.#board.phase = pickOne(this.#chance, phases)
    const end = this.#report.mutants + mutants
    while (this.#report.mutants < end) this.#round(end)
    this.#compare()
  }

  #prepare(): void {
    for (const seat of this.#seats) seat.connect()
    for (let acts = 0; acts < 60; acts += 1) {
      const seat = pickOne(this.#chance, this.#seats)
      act(seat)
      seat.drain()
    }
    this.#board.write(({ doc }) => {
      setStage(doc, { frozen: false, hands: ['vic'] })
      const notes = [...rootOf(doc, 'notes').values()]
      notes[0]?.set('by', 'vic')
      notes[1]?.set('votes', { vote: 2 })
      notes[2]?.set('locked', true)
      const [gone] = [...rootOf(doc, 'notes').keys()].slice(-1)
      if (gone) rootOf(doc, 'notes').delete(gone)
    })
    for (const seat of this.#seats) seat.drain()
  }

  /** Somebody does something honest; mutants of it are sent before it, until one gets in. */
  #round(end: number): void {
    const chance = this.#chance
    // As by their cursors: nobody else can know an id before the server does.
    for (const { doc, personId } of this.#seats) this.#board.leases.set(doc.clientID, personId)
    const source = chance.next() < 0.6 ? this.#mal : pickOne(chance, [this.#vic, this.#fay])
    for (let tries = 0; tries < 4 && source.outbox.length === 0; tries += 1) act(source)
    const honest = source.outbox[0] ?? pickOne(chance, this.#pool)
    const [personId, role] = pickOne<[string, Role]>(chance, [
      ['mal', 'contributor'],
      ['mal', 'contributor'],
      ['mal', 'contributor'],
      ['obs', 'observer'],
    ])
    for (let tries = 0; tries < 20 && this.#report.mutants < end; tries += 1) {
      if (!this.#strike(mutate(chance, honest, this.#board.doc, this.#pool), personId, role)) continue
      // The attacker's own copy no longer is what the server has under that client id.
      this.#mal.reset()
      break
    }
    for (const seat of this.#seats) {
      if (chance.next() < 0.7) seat.sendOne()
      if (chance.next() < 0.7) seat.receiveOne()
    }
  }

  /** Whether the mutant got in. */
  #strike(mutant: Uint8Array, personId: string, role: Role): boolean {
    const { doc, plain, leases, phase } = this.#board
    this.#report.mutants += 1
    const before = this.#fingerprint()
    const answer = this.#gate(doc, mutant, {
      personId,
      role,
      phases: [phase],
      leaseOf: client => leases.get(client) ?? null,
      serverClient: doc.clientID,
      newClients: 8,
      draft: false,
    })
    if (this.#fingerprint() !== before) throw new Error('the gate changed the document')
    if (!answer.ok) {
      this.#report.rules[answer.rule] = (this.#report.rules[answer.rule] ?? 0) + 1
      return false
    }
    this.#report.accepted += 1
    if (!answer.update) return false
    const seen = see(doc, leases)
    const states = Y.decodeStateVector(Y.encodeStateVector(doc))
    for (const client of answer.newClients) leases.set(client, personId)
    Y.applyUpdate(doc, answer.update, personId)
    Y.applyUpdate(plain, answer.update)
    const after = see(doc, leases)
    if (JSON.stringify(seen) !== JSON.stringify(after)) this.#report.seen += 1
    const found = [...malformed(doc), ...breaches(seen, after, { personId, role, phase })]
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
      if (clock !== (states.get(client) ?? 0) && leases.get(client) !== personId)
        found.push(`${personId} wrote as ${client}, who is ${leases.get(client)}`)
    if (found.length > 0) throw new Error(`got in: ${found.join('; ')} — ${Buffer.from(mutant).toString('hex')}`)
    return true
  }

  #fingerprint(): string {
    const { doc } = this.#board
    let text = `${doc.share.size} ${doc.store.pendingStructs} ${doc.store.pendingDs}`
    for (const structs of doc.store.clients.values()) text += ` ${structs.length}`
    return text
  }

  /** Copies that took everything in piece by piece, or late, or at once must be alike, and like everybody's own. */
  #compare(): void {
    const { doc, plain } = this.#board
    this.#board.phase = openPhase
    for (let round = 0; round < 2; round += 1) for (const seat of this.#seats) seat.drain()
    const fresh = loaded(doc)
    const stepwise = new Y.Doc()
    for (const update of this.#told) Y.applyUpdate(stepwise, update)
    // As somebody joins: what came after a keyframe first, then the keyframe itself.
    const joined = new Y.Doc()
    const middle = this.#chance.below(this.#told.length)
    for (const update of this.#told.slice(middle)) Y.applyUpdate(joined, update)
    Y.applyUpdate(joined, Y.mergeUpdates(this.#told.slice(0, middle)))
    const merged = new Y.Doc()
    Y.applyUpdate(merged, Y.mergeUpdates(this.#told))
    const copies = {
      plain,
      fresh,
      stepwise,
      joined,
      merged,
      fay: this.#fay.doc,
      vic: this.#vic.doc,
      mal: this.#mal.doc,
    }
    const sorted = (copy: Y.Doc) => JSON.stringify(see(copy, this.#board.leases), keysInOrder)
    const server = sorted(doc)
    for (const [name, copy] of Object.entries(copies)) {
      if (sorted(copy) !== server) throw new Error(`the copy “${name}” is not what the server has`)
      if (malformed(copy).length > 0) throw new Error(`${name}: ${malformed(copy).join('; ')}`)
    }
    // Loaded once more: Yjs joins garbage only as it loads.
    if (state(loaded(stepwise)) !== state(fresh))
      throw new Error('a fresh load has other bytes than a copy made step by step')
  }
}

const state = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
function loaded(from: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  return doc
}
const keysInOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
