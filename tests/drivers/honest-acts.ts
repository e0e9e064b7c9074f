import { can } from '#lib/access/policy.ts'
import { addLane, deleteLane, moveLane, setLane } from '#lib/board/commands/lanes.ts'
import { addLink, deleteLinks, setLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes, resizeNote, setNotes, stackNotes } from '#lib/board/commands/notes.ts'
import { addEntity, setFields, textOf, transact } from '#lib/board/commands/writer.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { type Chance, pickOne } from './random.ts'
import type { Seat } from './seat.ts'

/** One honest act, chosen at random among what the interface offers; the policy is asked first, as the interface does. */
export function act(seat: Seat): void {
  const { board, writer, chance } = seat
  const notes = [...board.notes.values()]
  const note = notes.length > 0 ? pickOne(chance, notes) : null
  const facts = (made: Note['made'], locked = false) => ({
    own: made.client === seat.doc.clientID || seat.server.leases.get(made.client) === seat.personId,
    locked,
  })
  const may = (ability: Parameters<typeof can>[0], on?: Note, kind?: string) =>
    can(ability, seat.role, seat.server.phase, {
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
      if (!link || !can('link.edit', seat.role, seat.server.phase, facts(link.made)).ok) return
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
      else if (outcome && may('outcome.write')) type(seat, 'outcome', outcome.id, 'promise')
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
    () => seat.undo.undo(),
    () => seat.undo.redo(),
  ]
  if (note && chance.next() < 0.4) {
    if (may('note.edit', note)) type(seat, 'notes', note.id, 'text')
  } else pickOne(chance, acts)()
}

function type(seat: Seat, root: 'notes' | 'outcome', id: string, field: string): void {
  const { chance } = seat
  const text = textOf(seat.doc, root, id, field)
  if (!text) return
  seat.undo.includeText(text)
  for (let i = 1 + chance.below(5); i > 0; i--) {
    seat.doc.transact(() => {
      if (text.length > 3 && chance.next() < 0.3) text.delete(chance.below(text.length - 2), 1 + chance.below(2))
      else text.insert(chance.next() < 0.7 ? text.length : chance.below(text.length + 1), word(chance))
    }, new TypingOrigin())
  }
}

const word = (chance: Chance): string =>
  pickOne(chance, ['order', 'wait ', 'serve', 'é', '☕', 'שלום', 'a', '👍🏽 ok', 'pay\n'])
