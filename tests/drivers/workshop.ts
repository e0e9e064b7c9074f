import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import { freeWork, type Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import { addLane, deleteLane, moveLane, setLane } from '#lib/board/commands/lanes.ts'
import { addLink, deleteLinks, setLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes, resizeNote, setNotes, stackNotes } from '#lib/board/commands/notes.ts'
import { addEntity, setFields, textOf, transact, type Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { ServerOrigin, TypingOrigin } from '#lib/board/origin.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { type Accepted, checkUpdate, type Refused } from '#lib/gate/gate.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { type Chance, pickOne, random } from './random.ts'

export const openPhase: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }

/** A board behind a gate, with its leases, as a room keeps them; and beside it a plain document given the same bytes. */
export class GatedBoard {
  readonly doc = new Y.Doc()
  readonly plain = new Y.Doc()
  readonly leases = new Map<number, string>()
  phase: Phase = openPhase
  refusals: Refused[] = []
  accepted = 0
  readonly #seats = new Set<Seat>()

  constructor() {
    this.doc.clientID = 1
    this.plain.clientID = 0
    for (const name of rootNames) {
      rootOf(this.doc, name)
      rootOf(this.plain, name)
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin instanceof ServerOrigin) Y.applyUpdate(this.plain, update)
      for (const seat of this.#seats) seat.inbox.push(update)
    })
  }

  check(update: Uint8Array, personId: string, role: Role): Accepted | Refused {
    return checkUpdate(this.doc, update, {
      personId,
      role,
      phases: [this.phase],
      leaseOf: client => this.leases.get(client) ?? null,
      serverClient: this.doc.clientID,
      newClients: 8,
      draft: false,
    })
  }

  /** What a room does with an update: check, lease, apply. */
  receive(update: Uint8Array, personId: string, role: Role): Accepted | Refused {
    const answer = this.check(update, personId, role)
    if (!answer.ok) {
      this.refusals.push(answer)
      return answer
    }
    for (const client of answer.newClients) this.leases.set(client, personId)
    if (answer.update) {
      Y.applyUpdate(this.doc, answer.update, personId)
      this.accepted += 1
    }
    Y.applyUpdate(this.plain, update)
    return answer
  }

  /** A write by the server itself. */
  write(body: (writer: Writer) => void): void {
    let made = 0
    this.doc.transact(() => body({ doc: this.doc, newId: () => `server${made++}` }), new ServerOrigin('test', null))
  }

  join(seat: Seat): void {
    this.#seats.add(seat)
  }
  leave(seat: Seat): void {
    this.#seats.delete(seat)
  }
}

/** One person's tab: a document that works on its own and meets the board through y-websocket's protocol. */
export class Seat {
  doc: Y.Doc = new Y.Doc()
  board: BoardModel = new BoardModel(this.doc)
  undo: BoardUndo = new BoardUndo(this.doc)
  readonly inbox: Uint8Array[] = []
  readonly outbox: Uint8Array[] = []
  online = false
  resets = 0
  readonly server: GatedBoard
  readonly personId: string
  role: Role
  readonly #chance: Chance
  #made = 0

  constructor(server: GatedBoard, personId: string, role: Role, chance: Chance) {
    this.server = server
    this.personId = personId
    this.role = role
    this.#chance = chance
    this.#fresh()
  }

  #fresh(): void {
    this.board.destroy()
    this.undo.destroy()
    this.doc = new Y.Doc()
    this.doc.clientID = 2 + this.#chance.below(2 ** 32 - 3)
    this.board = new BoardModel(this.doc)
    this.undo = new BoardUndo(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net' && this.online) this.outbox.push(update)
    })
  }

  get writer(): Writer {
    return { doc: this.doc, newId: () => `${this.doc.clientID.toString(36)}-${this.#made++}` }
  }

  connect(): void {
    this.online = true
    this.server.join(this)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(this.doc)), 'net')
    this.outbox.push(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)))
  }

  disconnect(): void {
    this.online = false
    this.server.leave(this)
    this.inbox.length = 0
    this.outbox.length = 0
  }

  receiveOne(): void {
    const update = this.inbox.shift()
    if (update) Y.applyUpdate(this.doc, update, 'net')
  }

  sendOne(): void {
    const update = this.outbox.shift()
    if (!update) return
    const answer = this.server.receive(update, this.personId, this.role)
    if (answer.ok) return
    if (answer.resync) this.outbox.push(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)))
    else this.reset()
  }

  /** What a client does after a refusal: a fresh document, a new lease. */
  reset(): void {
    this.disconnect()
    this.resets += 1
    this.#fresh()
    this.connect()
  }

  drain(): void {
    if (!this.online) this.connect()
    while (this.outbox.length > 0) this.sendOne()
    while (this.inbox.length > 0) this.receiveOne()
  }

  /** One honest act, chosen at random among what the interface offers; the policy is asked first, as the interface does. */
  act(): void {
    const { board, writer } = this
    const chance = this.#chance
    const notes = [...board.notes.values()]
    const note = notes.length > 0 ? pickOne(chance, notes) : null
    const facts = (made: Note['made'], locked = false) => ({
      own: made.client === this.doc.clientID || this.server.leases.get(made.client) === this.personId,
      locked,
    })
    const may = (ability: Parameters<typeof can>[0], on?: Note, kind?: string) =>
      can(ability, this.role, this.server.phase, {
        ...(on ? facts(on.made, on.locked) : { own: true, locked: false }),
        ...(kind === undefined ? {} : { kind }),
      }).ok
    const x = () => chance.below(4000)
    const kind = pickOne(chance, noteKinds).id
    const acts: (() => void)[] = [
      () => {
        const count = chance.next() < 0.1 ? 12 : 1 + chance.below(2)
        if (may('note.add', undefined, kind))
          addNotes(
            writer,
            board,
            Array.from({ length: count }, () => ({ kind, text: word(chance), x: x(), y: chance.below(900) })),
          )
      },
      () =>
        note &&
        may('note.move', note) &&
        moveNotes(writer, board, new Map([[note.id, { x: x(), y: chance.below(900) }]])),
      () =>
        note &&
        may('note.move', note) &&
        resizeNote(writer, board, note.id, { x: x(), y: 40, w: 90 + chance.below(90), h: 100 }),
      () => note && may('note.kind', note, kind) && setNotes(writer, 'note.kind', [note.id], { kind }),
      () =>
        note &&
        may('detail.edit', note) &&
        setNotes(writer, 'note.detail', [note.id], { processing: chance.below(90), system: word(chance) }),
      () =>
        note &&
        may('verdict.give', note) &&
        setNotes(writer, 'note.verdict', [note.id], {
          verdict: 'improve',
          crown: { cost: { way: 'down', amount: 1.5 } },
        }),
      () =>
        note &&
        may('failure.mark', note) &&
        setNotes(writer, 'note.mark', [note.id], { mark: { kind: 'mot', state: 'confirmed' } }),
      () => note && may('note.lock', note) && setNotes(writer, 'note.lock', [note.id], { locked: !note.locked }),
      () =>
        note &&
        may('note.move', note) &&
        stackNotes(writer, board, new Set([note.id]), chance.next() < 0.5 ? 'top' : 'bottom'),
      () => note && may('note.delete', note) && !board.links.size && deleteNotes(writer, board, new Set([note.id])),
      () => note && may('link.add') && addLink(writer, board, note.id, pickOne(chance, notes).id),
      () => {
        const link = [...board.links.values()][0]
        if (!link || !can('link.edit', this.role, this.server.phase, facts(link.made)).ok) return
        if (chance.next() < 0.5) setLink(writer, 'link.set', link.id, { sides: ['left', 'auto'] })
        else deleteLinks(writer, [link.id])
      },
      () => {
        if (!may('lane.change')) return
        const lane = board.lanes.length > 0 ? pickOne(chance, board.lanes) : null
        if (!lane || board.lanes.length < 4)
          addLane(writer, board, { name: word(chance), actor: 'front-stage', after: lane?.id ?? null })
        else if (chance.next() < 0.3) moveLane(writer, board, lane.id, chance.next() < 0.5 ? 1 : -1)
        else if (chance.next() < 0.5)
          setLane(writer, 'lane.set', lane.id, { name: word(chance), height: 200 + chance.below(90) })
        else if (notes.every(n => n.lane !== lane.id || may('note.move', n))) deleteLane(writer, board, lane.id)
      },
      () =>
        may('comment.add') &&
        transact(writer, 'comment.add', () =>
          addEntity(writer, 'comments', writer.newId(), { on: note?.id ?? null, text: word(chance) }),
        ),
      () => {
        const outcome = board.outcomes[0]
        if (!outcome && may('outcome.add'))
          transact(writer, 'outcome.add', () => addEntity(writer, 'outcome', writer.newId(), { order: 'a0' }))
        else if (outcome && may('outcome.write')) this.#type('outcome', outcome.id, 'promise')
      },
      () =>
        may('view.change') &&
        transact(writer, 'view.add', () =>
          addEntity(writer, 'views', writer.newId(), { name: word(chance), rect: [0, 0, 10, 10.5] }),
        ),
      () =>
        note &&
        may('note.edit', note) &&
        setFields(writer, 'notes', note.id, { colour: pickOne(chance, ['red', 'blue', null]) }),
      // Undo may reach what the policy has taken back meanwhile; the interface asks about that too.
      () => this.undo.undo(),
      () => this.undo.redo(),
    ]
    if (note && chance.next() < 0.4) {
      if (may('note.edit', note)) this.#type('notes', note.id, 'text')
    } else pickOne(chance, acts)()
  }

  #type(root: 'notes' | 'outcome', id: string, field: string): void {
    const chance = this.#chance
    const text = textOf(this.doc, root, id, field)
    if (!text) return
    this.undo.includeText(text)
    for (let i = 1 + chance.below(5); i > 0; i--) {
      this.doc.transact(() => {
        if (text.length > 3 && chance.next() < 0.3) text.delete(chance.below(text.length - 2), 1 + chance.below(2))
        else text.insert(chance.next() < 0.7 ? text.length : chance.below(text.length + 1), word(chance))
      }, new TypingOrigin())
    }
  }
}

const word = (chance: Chance): string =>
  pickOne(chance, ['order', 'wait ', 'serve', 'é', '☕', 'שלום', 'a', '👍🏽 ok', 'pay\n'])

/** A whole workshop of a few people, with delays, spells offline, roles and changes of phase. */
export function runWorkshop(seed: number, steps: number, phases: readonly Phase[] = [openPhase]) {
  const chance = random(seed)
  const server = new GatedBoard()
  const roles: Role[] = ['facilitator', 'contributor', 'contributor', 'facilitator']
  const seats = roles.map((role, i) => new Seat(server, `person${i}`, role, chance))
  seats.push(new Seat(server, 'person1', 'contributor', chance))
  for (const seat of seats) seat.connect()
  for (let step = 0; step < steps; step++) {
    const seat = pickOne(chance, seats)
    const dice = chance.next()
    if (dice < 0.45) seat.act()
    else if (dice < 0.7) seat.sendOne()
    else if (dice < 0.94) seat.receiveOne()
    else if (dice < 0.97) seat.online ? seat.disconnect() : seat.connect()
    else if (phases.length > 1) server.phase = pickOne(chance, phases)
  }
  server.phase = phases[0] ?? openPhase
  // Twice: what one sends last reaches the others in the second round.
  for (let round = 0; round < 2; round++) for (const seat of seats) seat.drain()
  return { server, seats }
}
