import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { any, forge, gc, map, type Part, str } from '#tests/drivers/forge.ts'
import { Scene } from '#tests/drivers/scene.ts'
import { atTheScene, type Forged, verdict } from './facilitator.ts'

describe('in what the server removed for good anything may still be written, and nothing comes of it', () => {
  const removed = (doc: Y.Doc) => {
    const item = rootOf(doc, 'notes')._map.get('removed')
    const units = (doc.store.clients.get(Scene.server) ?? []).filter(unit => unit instanceof Y.GC)
    const [inside] = units
    if (!item || !inside) throw new Error('Nothing was removed.')
    return { note: item.id, inside: inside.id }
  }
  test.each<[string, (scene: Scene, at: ReturnType<typeof removed>) => Forged]>([
    ['a value of the note', (_, { note }) => [[any({ parent: note, key: 'pos' }, [1, 1])]]],
    ['a value that no note has', (_, { note }) => [[any({ parent: note, key: 'x' }, 'x')]]],
    ['behind one of its values', (_, { inside }) => [[any({ left: inside }, [1, 1])]]],
    ['before one of its letters', (_, { inside }) => [[str({ right: inside }, 'x')]]],
    ['between two of them', (_, { inside }) => [[str({ left: inside, right: inside }, 'x')]]],
    ['into one of its texts', (_, { inside }) => [[str({ parent: inside }, 'x')]]],
    [
      'a note in it, with something in that',
      (s, { note }) => [[map({ parent: note, key: 'x' }), any({ parent: s.me, key: 'y' }, 1)]],
    ],
    ['what is deleted at once', (s, { note }) => [[any({ parent: note, key: 'pos' }, 1)], [s.erase(s.me)]]],
    ['what comes cleared away, and behind it', s => [[gc(2), str({ left: s.me }, 'x')]]],
  ])('%s', (_, forged) => {
    const { doc, scene } = atTheScene()
    const before = JSON.stringify(rootOf(doc, 'notes').toJSON())
    const bytes = scene.update(...forged(scene, removed(doc)))
    expect(verdict(doc, bytes)).toBe('taken')
    Y.applyUpdate(doc, bytes)
    expect(JSON.stringify(rootOf(doc, 'notes').toJSON())).toBe(before)
  })

  test('but not between it and what is there, nor between a key and a list of it', () => {
    const { doc, scene } = atTheScene()
    const { note, inside } = removed(doc)
    const letter = scene.char('notes', 'mine', 'text', -1)
    const keyed = any({ parent: note, key: 'pos' }, 1)
    for (const parts of [
      [str({ left: inside, right: letter }, 'x')],
      [str({ left: letter, right: inside }, 'x')],
      [keyed, str({ left: scene.me, right: inside }, 'x')],
      [keyed, str({ left: inside, right: scene.me }, 'x')],
      [keyed, str({ right: scene.me }, 'x')],
    ])
      expect(verdict(doc, scene.update(parts))).toBe('structure.neighbours')
  })

  test('also where the document keeps what was deleted', () => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 1
    for (const name of rootNames) rootOf(doc, name)
    const note = new Y.Map<unknown>()
    rootOf(doc, 'notes').set('n', note)
    note.set('pos', [0, 0])
    note.set('text', new Y.Text('abc'))
    const at = (key: string) => note._map.get(key)?.id ?? { client: 0, clock: 0 }
    const [text, pos, first] = [at('text'), at('pos'), { client: 1, clock: at('text').clock + 1 }]
    rootOf(doc, 'notes').delete('n')
    for (const part of [
      any({ parent: { client: 1, clock: 0 }, key: 'x' }, 1),
      any({ left: pos }, 'x'),
      any({ left: pos, right: first }, 'x'),
      str({ parent: text }, 'x'),
      str({ left: first, right: { client: 1, clock: first.clock + 1 } }, 'x'),
    ])
      expect(verdict(doc, forge([{ client: 50, clock: 0, parts: [part] }]))).toBe('taken')
  })
})

describe('what the schema does not know nobody touches', () => {
  type Odd = Y.Map<unknown> | Y.Text | Y.Array<string>
  const inNote = <T extends Odd>(doc: Y.Doc, key: string, value: T): T => {
    rootOf(doc, 'notes').get('n')?.set(key, value)
    return value
  }
  const filled = () => new Y.Map<unknown>([['k', 'v']])
  const words = () => new Y.Text('abc')

  test.each<[string, (doc: Y.Doc) => Odd]>([
    [
      'another root',
      doc => {
        const root = doc.getMap('secrets')
        root.set('k', 'v')
        return root
      },
    ],
    [
      'a text among the notes',
      doc => {
        const text = words()
        doc.getMap('notes').set('t', text)
        return text
      },
    ],
    ['a map that is a field', doc => inNote(doc, 'pos', filled())],
    ['a map where the text should be', doc => inNote(doc, 'text', filled())],
    ['a text where a value should be', doc => inNote(doc, 'pos', words())],
    ['a text in a field that there is not', doc => inNote(doc, 'x', words())],
    ['a list in a note', doc => inNote(doc, 'text', Y.Array.from(['a', 'b']))],
    [
      'a map in a text',
      doc => {
        const inside = filled()
        inNote(doc, 'text', words()).insertEmbed(1, inside)
        return inside
      },
    ],
    [
      'a text in a map in a field',
      doc => {
        const inside = words()
        inNote(doc, 'pos', filled()).set('text', inside)
        return inside
      },
    ],
  ])('%s: neither what is in it nor anything new', (_, put) => {
    const doc = new Y.Doc()
    doc.clientID = 1
    for (const name of rootNames) rootOf(doc, name)
    rootOf(doc, 'notes').set('n', new Y.Map<unknown>())
    const type = put(doc)
    const inside = type._start ?? [...type._map.values()][0]
    if (!inside) throw new Error('There is nothing in it.')
    const forged = (part: Part) => verdict(doc, forge([{ client: 50, clock: 0, parts: [part] }]))
    expect(forged(str({ left: inside.lastId }, 'x'))).toBe('schema.root')
    const before = inside.parentSub === null ? 'schema.root' : 'structure.neighbours'
    expect(forged(str({ right: inside.id }, 'x'))).toBe(before)
    expect(verdict(doc, forge([], [{ client: 1, ranges: [[inside.id.clock, 1]] }]))).toBe('schema.root')
    if (!type._item) return
    expect(forged(any({ parent: type._item.id, key: 'k' }, 'x'))).toBe('schema.root')
    expect(forged(str({ parent: type._item.id }, 'x'))).toBe('schema.root')
  })
})
