import { describe, expect, test } from 'vitest'
import type { Id } from '#lib/gate/struct.ts'
import { any, deleted, forge, map, str, text } from '#tests/drivers/forge.ts'
import type { Scene } from '#tests/drivers/scene.ts'
import { atTheScene, type Forged, verdict } from './facilitator.ts'

describe('a refusal says at which entity and field it is', () => {
  const note = (scene: Scene, id = 'new') => scene.note(id)
  test.each<[string, (scene: Scene) => Forged, string]>([
    ['a note that is a word', () => [[any({ parent: 'notes', key: 'new' }, 'x')]], 'schema.entity notes/new'],
    ['a note that is a text', () => [[text({ parent: 'notes', key: 'new' })]], 'schema.entity notes/new'],
    ['a note that comes deleted', () => [[deleted({ parent: 'notes', key: 'new' })]], 'schema.entity notes/new'],
    [
      'a note without words',
      s => [s.made('notes', 'new', { kind: 'idea', pos: [0, 0] }, { texts: false })],
      'schema.entity notes/new/text',
    ],
    ['a note on no key', () => [[map({ parent: 'notes' })]], 'structure.list notes'],
    ['a value on no key', s => [[any({ parent: s.of('notes', 'mine') }, 1)]], 'structure.list notes/mine'],
    ['a note with a bad id', s => [note(s, 'a/b')], 'schema.id notes'],
    ['a note that is there', s => [note(s, 'mine')], 'schema.replace notes/mine'],
    [
      'the second of two new notes made twice',
      s => [[...note(s), ...s.note('next', {}, 4), ...s.note('next', {}, 8)]],
      'schema.replace notes/next',
    ],
    ['an entry behind one of the same change', s => [[...note(s), map({ left: s.me })]], 'schema.replace notes/new'],
    [
      'a word as the text of a new note',
      s => [[map({ parent: 'notes', key: 'new' }), any({ parent: s.me, key: 'text' }, 'x')]],
      'schema.text notes/new/text',
    ],
    [
      'a deleted text of a new note',
      s => [[map({ parent: 'notes', key: 'new' }), deleted({ parent: s.me, key: 'text' })]],
      'schema.text notes/new/text',
    ],
    [
      'a second text of a new note',
      s => [[...note(s), text({ parent: s.me, key: 'text' })]],
      'schema.text notes/new/text',
    ],
    [
      'a text behind the text of a new note',
      s => [[...note(s), text({ left: s.next(3) })]],
      'schema.text notes/new/text',
    ],
    [
      'another text for a note that is there',
      s => [[text({ parent: s.of('notes', 'mine'), key: 'text' })]],
      'schema.text notes/mine/text',
    ],
    [
      'a field that there is not',
      s => [[any({ parent: s.of('notes', 'mine'), key: 'x' }, 1)]],
      'schema.field notes/mine/x',
    ],
    [
      'a field of the server’s',
      s => [[any(s.field('notes', 'theirs', 'votes'), {})]],
      'schema.server notes/theirs/votes',
    ],
    [
      'a field of the server’s taken away',
      s => [[], [s.erase(s.field('notes', 'theirs', 'votes').left ?? s.me)]],
      'schema.server notes/theirs/votes',
    ],
    [
      'an entity that only the server adds',
      s => [[any({ parent: 'stage', key: 'x' }, 1), ...note(s)]],
      'schema.server stage/x',
    ],
    ['a bad value', s => [[any(s.field('notes', 'mine', 'pos'), 'x')]], 'schema.value notes/mine/pos'],
    [
      'two values at once',
      s => [[any(s.field('notes', 'mine', 'pos'), [1, 1], [2, 2])]],
      'schema.value notes/mine/pos',
    ],
    ['a map as a value', s => [[map(s.field('notes', 'mine', 'pos'))]], 'schema.value notes/mine/pos'],
    [
      'a value in a text',
      s => [[any({ left: s.char('notes', 'mine', 'text', -1) }, 1)]],
      'schema.text notes/mine/text',
    ],
    ['a value in a new text', s => [[...note(s), any({ parent: s.next(3) }, 1)]], 'schema.text notes/new/text'],
    [
      'a key in a text',
      s => [[str({ parent: s.of('notes', 'mine', 'text'), key: 'x' }, 'x')]],
      'structure.parent notes/mine/text',
    ],
    [
      'a new text that is too long',
      s => [[...note(s), str({ parent: s.next(3) }, 'x'.repeat(4001))]],
      'schema.long notes/new/text',
    ],
    [
      'letters that were never side by side',
      s => [[str({ left: s.char('notes', 'mine', 'text', 0), right: s.char('notes', 'mine', 'text', 2) }, 'x')]],
      'structure.neighbours notes/mine/text',
    ],
    [
      'a value before another',
      s => [[any({ right: s.field('notes', 'mine', 'pos').left ?? s.me }, [1, 1])]],
      'structure.neighbours',
    ],
    [
      'a value between two',
      s => [[s.move(), any({ left: s.field('notes', 'mine', 'pos').left ?? s.me, right: s.me }, [1, 1])]],
      'structure.neighbours',
    ],
    [
      'a letter between two notes’',
      s => [[str({ left: s.char('notes', 'mine', 'text', -1), right: s.char('notes', 'theirs', 'text', 0) }, 'x')]],
      'structure.neighbours',
    ],
    [
      'something in a value',
      s => [[any({ parent: s.field('notes', 'mine', 'pos').left ?? s.me, key: 'x' }, 1)]],
      'structure.parent',
    ],
    ['something in a new value', s => [[s.move(), any({ parent: s.me, key: 'x' }, 1)]], 'structure.parent'],
    [
      'a note in a new note',
      s => [[map({ parent: 'notes', key: 'new' }), map({ parent: s.me, key: 'kind' })]],
      'schema.value notes/new/kind',
    ],
    [
      'the old place and the new one taken away',
      s => [[s.move()], [s.erase(s.field('notes', 'mine', 'pos').left ?? s.me), s.erase(s.me)]],
      'schema.needed notes/mine/pos',
    ],
    ['a place that is not given', s => [s.made('notes', 'new', { kind: 'idea' })], 'schema.needed notes/new/pos'],
    ['a link nowhere', s => [s.made('links', 'new', { ends: ['mine', 'x'] })], 'schema.ends links/new/ends'],
    ['a note taken away', s => [[], [s.erase(s.of('notes', 'mine'))]], 'schema.replace notes/mine'],
    ['a text taken away', s => [[], [s.erase(s.of('notes', 'mine', 'text'))]], 'schema.text notes/mine/text'],
  ])('%s', (_, forged, where) => {
    const { doc, scene } = atTheScene()
    expect(verdict(doc, scene.update(...forged(scene)))).toBe(where)
  })

  test('what names its own future is told from what names something that is nowhere', () => {
    const { doc, scene } = atTheScene()
    const left = scene.char('notes', 'mine', 'text', 0)
    const between = (right: Id) => verdict(doc, scene.update([str({ left, right }, 'x')]))
    const here = `3000:${scene.me.clock}`
    expect(between(scene.me)).toBe(`structure.forward ${here}`)
    expect(between(scene.next(5))).toBe(`structure.unknown ${here}`)
  })

  test('two writers whose work builds on each other’s go in whichever comes first', () => {
    const { doc, scene } = atTheScene()
    const [first, second] = [scene.me, scene.next(0, 4000)]
    const end = scene.char('notes', 'mine', 'text', -1)
    const blocks = [
      { ...first, parts: [str({ left: second }, 'b')] },
      { ...second, parts: [str({ left: end }, 'a'), str({ left: first }, 'c')] },
    ]
    expect(verdict(doc, forge(blocks))).toBe('taken')
    expect(verdict(doc, forge(blocks.toReversed()))).toBe('taken')
    const round = [
      { ...first, parts: [str({ left: second }, 'b')] },
      { ...second, parts: [str({ left: first }, 'a')] },
    ]
    expect(verdict(doc, forge(round))).toContain('structure.forward')
  })
})
