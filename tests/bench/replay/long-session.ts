import * as Y from 'yjs'
import { addLane } from '#lib/board/commands/lanes.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes, setNotes } from '#lib/board/commands/notes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import type { LogEntry } from '#server/store/log-store.ts'
import { random } from '#tests/drivers/random.ts'

/** What people type, letter by letter. */
const sentences = [
  'Waits at the counter until somebody looks up',
  'Der Kunde fragt zum dritten Mal nach',
  'Order is typed in again in the second system',
  'Checks whether the milk is still good',
  'Nguyễn Thị Minh-Khai signs the form',
]

/**
 * The log of a long workshop: so many people at once, typing (more than half of the updates), moving, adding, linking,
 * colouring and taking off, over so many ms. One document writes under each person's client in turn: the bytes are
 * those of as many documents in step, without their cost.
 */
export function longSession(docId: string, { updates, people, ms }: { updates: number; people: number; ms: number }) {
  const chance = random(Number(process.env.SEED ?? 1))
  const doc = new Y.Doc()
  const board = new BoardModel(doc)
  const clients = Array.from({ length: people }, (_, at) => ({ client: 1000 + at, personId: `person-${at}` }))
  const log: LogEntry[] = []
  const writing = clients.map(() => ({ note: '', text: '', at: 0 }))
  const began = Date.UTC(2026, 0, 1, 9)
  let ids = 0
  let now = 0
  const writer = { doc, newId: () => `e${(ids++).toString(36)}` }
  doc.on('update', (update: Uint8Array) => {
    const at = began + Math.round((log.length / updates) * ms)
    log.push({ docId, seq: log.length + 1, at, actor: clients[now]?.personId ?? null, update })
  })
  for (const actor of ['customer', 'front-stage', 'back-stage', 'system'] as const)
    addLane(writer, board, { name: actor, actor })
  const note = () => chance.pick([...board.notes.keys()]) ?? ''
  let known: string[] = []
  while (log.length < updates) {
    now = chance.below(people)
    const hand = writing[now]
    doc.clientID = clients[now]?.client ?? 1
    if (log.length % 500 === 0) known = [...board.notes.keys()]
    const some = chance.pick(known) ?? note()
    const dice = chance.next()
    if (hand && hand.at < hand.text.length && dice < 0.62) {
      textOf(doc, 'notes', hand.note)?.insert(hand.at, hand.text[hand.at] ?? ' ')
      hand.at += 1
    } else if (dice < 0.86) {
      if (board.notes.has(some))
        moveNotes(writer, board, new Map([[some, { x: chance.below(8000), y: chance.below(960) }]]))
    } else if (dice < 0.91 || board.notes.size < 20) {
      const kind = chance.pick(['step', 'decision', 'pain', 'idea'] as const) ?? 'step'
      const [made = ''] = addNotes(writer, board, [{ kind, text: '', x: chance.below(8000), y: chance.below(960) }])
      if (hand) Object.assign(hand, { note: made, text: chance.pick(sentences) ?? '', at: 0 })
    } else if (dice < 0.94) {
      const other = chance.pick(known) ?? ''
      if (board.notes.has(some) && board.notes.has(other) && some !== other) addLink(writer, board, some, other)
    } else if (dice < 0.98) {
      if (board.notes.has(some))
        setNotes(writer, 'note.colour', [some], { colour: chance.pick(['pink', 'mint', null]) })
    } else if (board.notes.has(some)) deleteNotes(writer, board, new Set([some]))
  }
  return { log: log.slice(0, updates), leases: clients.map(each => ({ docId, ...each })), notes: board.notes.size }
}
