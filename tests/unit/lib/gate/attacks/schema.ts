import { any, deleted, map, str, text } from '#tests/drivers/forge.ts'
import { type Scene, twice } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const entity = (scene: Scene) => scene.of('notes', 'mine')
const write = (key: string, value: unknown, tries: string): Attack => ({
  tries,
  bytes: scene => scene.update([any(scene.field('notes', 'mine', key), value)]),
  plainly: 'shows',
  rule: 'schema.value',
})

/** What a board can hold, whoever writes it. */
export const schema: Attack[] = [
  {
    tries: 'a root that boards do not have',
    bytes: scene => scene.update([any({ parent: 'secrets', key: 'x' }, 1)]),
    plainly: 'grows',
    rule: 'schema.root',
  },
  ...['toString', 'hasOwnProperty', ''].map(
    (parent): Attack => ({
      tries: `a root named “${parent}”`,
      bytes: scene => scene.update([any({ parent, key: 'x' }, 1)]),
      plainly: 'grows',
      rule: 'schema.root',
    }),
  ),
  {
    tries: 'another’s note replaced by a value',
    bytes: scene => scene.update([any({ parent: 'notes', key: 'theirs' }, 'gone')]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'another’s note replaced by an empty one that follows it, with no parent named',
    bytes: scene => scene.update([map(scene.entry('notes', 'theirs'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'one’s own note replaced',
    bytes: scene => scene.update([map(scene.entry('notes', 'mine'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'a note deleted without a deletion, by a deleted part in its place',
    bytes: scene => scene.update([deleted(scene.entry('notes', 'theirs'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'another’s note removed for good',
    bytes: scene => scene.update([], [scene.erase(scene.of('notes', 'theirs'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'one’s own note removed for good',
    bytes: scene => scene.update([], [scene.erase(entity(scene))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'a note removed for good, by a facilitator',
    as: 'facilitator',
    bytes: scene => scene.update([], [scene.erase(scene.of('notes', 'theirs'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'everything of another deleted, hidden behind a good change',
    bytes: scene => {
      const { client, clock } = scene.next(0, 2000)
      return scene.update([scene.move()], [{ client, ranges: [[0, clock]] }])
    },
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'the id of a note that was removed for good used again',
    bytes: scene => scene.update(scene.note('removed')),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'the id of a note that was removed, following what is left of it',
    bytes: scene => scene.update([map(scene.entry('notes', 'removed'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'the same note made twice in one change',
    bytes: scene => scene.update([...scene.note('new'), ...scene.note('new', {}, 4)]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  {
    tries: 'a note that is a word',
    bytes: scene => scene.update([any({ parent: 'notes', key: 'new' }, 'x')]),
    plainly: 'shows',
    rule: 'schema.entity',
  },
  {
    tries: 'a note that is a text',
    bytes: scene => scene.update([text({ parent: 'notes', key: 'new' })]),
    plainly: 'shows',
    rule: 'schema.entity',
  },
  {
    tries: 'a note that is deleted before it is there, so that its id can never be used',
    bytes: scene => scene.update([deleted({ parent: 'notes', key: 'new' })]),
    plainly: 'keeps',
    rule: 'schema.entity',
  },
  {
    tries: 'a note without a text',
    bytes: scene => scene.update(scene.made('notes', 'new', { kind: 'idea', pos: [0, 0] }, { texts: false })),
    plainly: 'shows',
    rule: 'schema.entity',
  },
  {
    tries: 'a note without a place',
    bytes: scene => scene.update(scene.made('notes', 'new', { kind: 'idea' })),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  {
    tries: 'a note without a kind',
    bytes: scene => scene.update(scene.made('notes', 'new', { pos: [0, 0] })),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  {
    tries: 'a note whose place is written and taken away in one change',
    bytes: scene => scene.update(scene.note('new'), [scene.erase(scene.next(2))]),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  {
    tries: 'the place of one’s note taken away',
    bytes: scene => scene.update([], [scene.erase(scene.field('notes', 'mine', 'pos').left ?? scene.me)]),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  {
    tries: 'the place of one’s note taken away without a deletion',
    bytes: scene => scene.update([deleted(scene.field('notes', 'mine', 'pos'))]),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  {
    tries: 'the place of one’s note written and taken away behind it',
    bytes: scene => scene.update([scene.move(), deleted({ left: scene.me })]),
    plainly: 'shows',
    rule: 'schema.needed',
  },
  ...['two words', 'x'.repeat(41), '', 'a/b', '<b>'].map(
    (id): Attack => ({
      tries: `a note with the id “${id}”`,
      bytes: scene => scene.update(scene.note(id)),
      plainly: 'shows',
      rule: 'schema.id',
    }),
  ),
  {
    tries: 'a field that notes do not have',
    bytes: scene => scene.update([any({ parent: entity(scene), key: 'createdAt' }, 0)]),
    plainly: 'shows',
    rule: 'schema.field',
  },
  {
    tries: 'a field that notes do not have on a new note',
    bytes: scene => scene.update(scene.note('new', { owner: 'me' })),
    plainly: 'shows',
    rule: 'schema.field',
  },
  write('kind', 'wizard', 'a kind of note that there is not'),
  write('pos', [1e9, 0], 'a note a thousand kilometres away'),
  write('pos', ['0', '0'], 'a place in words'),
  write('pos', [0, 0, '../lane'], 'a place in a lane that cannot be'),
  write('pos', { 0: 1, 1: 2, length: 2 }, 'a place that only looks like one'),
  write('size', [1e5, 1e5], 'a note that covers the wall'),
  write('z', 'a'.repeat(200), 'an endless order key'),
  write('z', 'e2', 'an order key behind which nothing can be put'),
  write('z', 'zzzzzzzzzzzzzzzzzzzzzzzzzzz', 'the last of all order keys'),
  write('colour', 'url(https://evil.example)', 'a colour that is not a paper'),
  write('deleted', 'yes', 'a deletion that is neither true nor false'),
  write('crown', { cost: { way: 'up' }, gold: true }, 'more than a field holds'),
  write('tags', Array(13).fill('tag'), 'too many tags'),
  write('source', 'x'.repeat(4001), 'a source that is too long'),
  write('due', '2026-02-31', 'a date that there is not'),
  {
    tries: 'many values where one belongs',
    bytes: scene => scene.update([any(scene.field('notes', 'mine', 'pos'), [1, 1], [2, 2])]),
    plainly: 'shows',
    rule: 'schema.value',
  },
  {
    tries: 'a map in a field',
    bytes: scene => scene.update([map(scene.field('notes', 'mine', 'pos'))]),
    plainly: 'shows',
    rule: 'schema.value',
  },
  {
    tries: 'a bad value at once overwritten by a good one',
    bytes: scene => scene.update(scene.note('new', { colour: [twice, 'url(x)', 'pink'] })),
    plainly: 'shows',
    rule: 'schema.value',
  },
  {
    tries: 'a text replaced by a word',
    bytes: scene => scene.update([any(scene.field('notes', 'mine', 'text'), 'x')]),
    plainly: 'shows',
    rule: 'schema.text',
  },
  {
    tries: 'a text replaced by another text',
    bytes: scene => scene.update([text(scene.field('notes', 'mine', 'text'))]),
    plainly: 'shows',
    rule: 'schema.text',
  },
  {
    tries: 'a text taken away',
    bytes: scene => scene.update([], [scene.erase(scene.of('notes', 'mine', 'text'))]),
    plainly: 'shows',
    rule: 'schema.text',
  },
  {
    tries: 'a text taken away without a deletion',
    bytes: scene => scene.update([deleted(scene.field('notes', 'mine', 'text'))]),
    plainly: 'shows',
    rule: 'schema.text',
  },
  {
    tries: 'two texts for a new note',
    bytes: scene => scene.update([...scene.note('new'), text({ left: scene.next(3) })]),
    plainly: 'shows',
    rule: 'schema.text',
  },
  {
    tries: 'values among the characters of a text',
    bytes: scene => scene.update([any({ left: scene.char('notes', 'mine', 'text', -1) }, 'x')]),
    plainly: 'keeps',
    rule: 'schema.text',
  },
  {
    tries: 'a map among the characters of a text',
    bytes: scene => scene.update([map({ left: scene.char('notes', 'mine', 'text', -1) })]),
    plainly: 'keeps',
    rule: 'schema.text',
  },
  {
    tries: 'a text that is too long',
    bytes: scene => scene.update([str({ left: scene.char('notes', 'mine', 'text', -1) }, 'x'.repeat(4000))]),
    plainly: 'shows',
    rule: 'schema.long',
  },
  {
    tries: 'a text that becomes too long with what it takes away elsewhere',
    bytes: scene =>
      scene.update(
        [str({ left: scene.char('notes', 'mine', 'text', -1) }, 'x'.repeat(4000))],
        [scene.erase(scene.char('notes', 'also-mine', 'text', 0), 7)],
      ),
    plainly: 'shows',
    rule: 'schema.long',
  },
  ...(
    [
      ['nowhere', ['mine', 'nowhere']],
      ['to a note that was removed for good', ['mine', 'removed']],
      ['from a note to itself', ['mine', 'mine']],
    ] as const
  ).map(
    ([where, ends]): Attack => ({
      tries: `a link ${where}`,
      bytes: scene => scene.update(scene.made('links', 'new', { ends: [...ends] })),
      plainly: 'shows',
      rule: 'schema.ends',
    }),
  ),
  {
    tries: 'a link between a note and a lane',
    bytes: scene => scene.update([any(scene.field('links', 'their-link', 'ends'), ['mine', 'lane'])]),
    plainly: 'shows',
    rule: 'schema.ends',
  },
]
