import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { encodeUpdate } from '#lib/gate/encode.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { type Id, Struct, sameId } from '#lib/gate/struct.ts'
import { openPhase } from '#tests/drivers/gated-board.ts'
import { type Chance, pickOne, random } from '#tests/drivers/random.ts'

/** One letter, with what it was written between. */
interface Letter extends Id {
  left: Id | null
  right: Id | null
}
const textIn = (doc: Y.Doc): Y.Text => {
  const text = rootOf(doc, 'notes').get('n')?.get('text')
  if (!(text instanceof Y.Text)) throw new Error('The text is gone.')
  return text
}
function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
function board(words: string): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  for (const name of rootNames) rootOf(doc, name)
  const note = new Y.Map<unknown>()
  rootOf(doc, 'notes').set('n', note)
  for (const [key, value] of Object.entries({ kind: 'step', pos: [0, 0], text: new Y.Text(words) }))
    note.set(key, value)
  return doc
}
/** Three people write into the same text and hear of each other now and then; all of it comes together in the end. */
function written(server: Y.Doc, chance: Chance): { all: Y.Doc; some: Y.Doc } {
  const docs = [20, 30, 40].map(client => copyOf(server, client))
  for (let step = 0; step < 11; step++) {
    const doc = pickOne(chance, docs)
    const text = textIn(doc)
    const dice = chance.next()
    if (dice < 0.65) text.insert(chance.below(text.length + 1), pickOne(chance, ['x', 'yz', '123']))
    else if (dice < 0.75 && text.length > 0) text.delete(chance.below(text.length), 1)
    else Y.applyUpdate(doc, Y.encodeStateAsUpdate(pickOne(chance, docs)))
  }
  const all = copyOf(server, 2)
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  return { all, some: copyOf(docs[0] ?? server, 3) }
}
function lettersIn(doc: Y.Doc): Letter[] {
  const letters: Letter[] = []
  for (let item = textIn(doc)._start; item; item = item.right)
    for (let i = 0; i < item.length; i++) {
      const { client, clock } = { client: item.id.client, clock: item.id.clock + i }
      letters.push({ client, clock, left: i > 0 ? { client, clock: clock - 1 } : item.origin, right: item.rightOrigin })
    }
  return letters
}
/** The rule itself: neither of the two was written knowing something that stands between them. */
function onceSideBySide(letters: readonly Letter[], left: Letter | null, right: Letter | null): boolean {
  if (!left || !right) return left ? left.right === null : !right || right.left === null
  if (sameId(right.left, left) || sameId(left.right, right)) return true
  const [from, to] = [letters.indexOf(left), letters.indexOf(right)]
  return from < to && !letters.slice(from + 1, to).some(one => sameId(one, right.left) || sameId(one, left.right))
}

for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
  test.each<[string, 'all' | 'some' | 'base']>([
    ['on the server', 'all'],
    ['partly in the same update', 'some'],
    ['in the same update', 'base'],
  ])(
    `of all pairs of letters, those take a new one between them that once were side by side: %s (${seed})`,
    (_, known) => {
      const base = board('ab')
      const docs = { base, ...written(base, random(seed)) }
      const { all } = docs
      const doc = docs[known]
      const { blocks } = decodeUpdate(Y.encodeStateAsUpdate(all, Y.encodeStateVector(doc)))
      const letters = lettersIn(all)
      const between = (left: Letter | null, right: Letter | null) => {
        const at = {
          left: left && { client: left.client, clock: left.clock },
          right: right && { client: right.client, clock: right.clock },
        }
        const none = { parent: null, key: null, values: [] }
        const part = new Struct({ ...none, ...at, client: 50, clock: 0, length: 1, content: 'string', text: 'z' })
        return checkUpdate(doc, encodeUpdate([{ client: 50, structs: [part] }, ...blocks], []), {
          ...{ personId: 'ann', role: 'facilitator', phases: [openPhase], leaseOf: () => 'ann' },
          ...{ serverClient: 1, newClients: 8, draft: false },
        })
      }
      for (const left of [null, ...letters])
        for (const right of [null, ...letters]) {
          if (!left && !right) continue
          const answer = between(left, right)
          const pair = [left, right].map(one => one && `${one.client}:${one.clock}`).join(' | ')
          expect(answer.ok ? 'taken' : answer.rule, pair).toBe(
            onceSideBySide(letters, left, right) ? 'taken' : 'structure.neighbours',
          )
        }
    },
  )
