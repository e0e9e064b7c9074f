import * as forgery from '#tests/drivers/forge.ts'
import { any, anyRaw, bytesOf, forge, raw, skip, str, uint } from '#tests/drivers/forge.ts'
import type { Scene } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const colour = (scene: Scene) => scene.field('notes', 'mine', 'colour')
const behind = (scene: Scene) => ({ left: scene.char('notes', 'mine', 'text', -1) })
const good = (scene: Scene) => scene.update([scene.move()])

/** Bytes that no board ever holds, whatever they mean. */
export const bytes: Attack[] = [
  { tries: 'no bytes at all', bytes: () => bytesOf(), plainly: 'throws', rule: 'decode.truncated' },
  {
    tries: 'an update cut short',
    bytes: scene => good(scene).slice(0, -4),
    plainly: 'throws',
    rule: 'decode.truncated',
  },
  {
    tries: 'something behind a good update',
    bytes: scene => bytesOf(raw(...good(scene)), raw(0, 0)),
    plainly: 'shows',
    rule: 'decode.trailing',
  },
  { tries: 'noise', bytes: () => bytesOf(raw(...Array(40).fill(255))), plainly: 'throws', rule: 'decode.number' },
  {
    tries: 'a piece left out for later',
    bytes: scene => scene.update([skip(3), str(behind(scene), 'later')]),
    plainly: 'waits',
    rule: 'decode.content',
  },
  {
    tries: 'a document within the document',
    bytes: scene => scene.update([forgery.subdocument(colour(scene))]),
    plainly: 'keeps',
    rule: 'decode.content',
  },
  {
    tries: 'an embedded object in a text',
    bytes: scene => scene.update([forgery.embed(behind(scene), { image: 'javascript:alert(1)' })]),
    plainly: 'keeps',
    rule: 'decode.content',
  },
  {
    tries: 'formatting in a text',
    bytes: scene => scene.update([forgery.format(behind(scene), 'bold', true), str({ left: scene.me }, 'x')]),
    plainly: 'shows',
    rule: 'decode.content',
  },
  {
    tries: 'a value of the old kind of JSON',
    bytes: scene => scene.update([forgery.json(colour(scene), 'pink')]),
    plainly: 'shows',
    rule: 'decode.content',
  },
  {
    tries: 'binary data as a value',
    bytes: scene => scene.update([forgery.binary(colour(scene))]),
    plainly: 'shows',
    rule: 'decode.content',
  },
  ...['an array', '', '', 'an XML element', 'an XML fragment', 'an XML hook', 'an XML text'].flatMap((what, number) =>
    what === ''
      ? []
      : {
          tries: `${what} in a note`,
          bytes: (scene: Scene) => scene.update([forgery.type(colour(scene), number)]),
          plainly: 'shows' as const,
          rule: 'decode.content' as const,
        },
  ),
  ...(
    [
      ['not a number as a position', 123, 127, 248, 0, 0, 0, 0, 0, 0, 'decode.number'],
      ['an infinite number', 124, 127, 128, 0, 0, 'decode.number'],
      ['an undefined value', 127, 'decode.content'],
      ['a big integer', 122, 0, 0, 0, 0, 0, 0, 0, 1, 'decode.content'],
      ['bytes within a value', 117, 1, 116, 1, 9, 'decode.content'],
    ] as const
  ).map((row): Attack => {
    const value = row.filter(part => typeof part === 'number')
    const rule = row.at(-1) as Attack['rule']
    return { tries: row[0], bytes: scene => scene.update([anyRaw(colour(scene), value)]), plainly: 'shows', rule }
  }),
  {
    tries: 'a value nested so deeply that reading it overflows the stack',
    bytes: scene => scene.update([anyRaw(colour(scene), [...Array(60_000).fill([117, 1]).flat(), 126])]),
    plainly: 'throws',
    rule: 'decode.depth',
  },
  {
    tries: 'a value nested a little too deeply',
    bytes: scene => scene.update([any(colour(scene), [[[[[[[1]]]]]]])]),
    plainly: 'shows',
    rule: 'decode.depth',
  },
  {
    tries: 'a value with another prototype',
    bytes: scene => scene.update([anyRaw(colour(scene), [118, 1, 9, ...Buffer.from('__proto__'), 118, 0])]),
    plainly: 'shows',
    rule: 'decode.key',
  },
  ...['__proto__', 'constructor', 'prototype'].map(
    (key): Attack => ({
      tries: `a field named ${key}`,
      bytes: scene => scene.update([any({ parent: scene.of('notes', 'mine'), key }, 'x')]),
      plainly: 'keeps',
      rule: 'decode.key',
    }),
  ),
  {
    tries: 'a root named __proto__',
    bytes: scene => scene.update([any({ parent: '__proto__', key: 'x' }, 'x')]),
    plainly: 'grows',
    rule: 'decode.key',
  },
  {
    tries: 'a name of ten thousand characters',
    bytes: scene => scene.update([any({ parent: scene.of('notes', 'mine'), key: 'k'.repeat(10_000) }, 'x')]),
    plainly: 'shows',
    rule: 'decode.key',
  },
  {
    tries: 'a text that is not valid UTF-8',
    bytes: scene => scene.update([forgery.struct(4, behind(scene), uint(3), raw(0xed, 0xa0, 0x80))]),
    plainly: 'throws',
    rule: 'decode.text',
  },
  {
    tries: 'the same writer twice in one change',
    bytes: scene =>
      forge([
        { ...scene.me, parts: [scene.type('x')] },
        { ...scene.me, parts: [scene.move()] },
      ]),
    plainly: 'shows',
    rule: 'decode.repeated',
  },
  {
    tries: 'the same writer twice among the deletions',
    bytes: scene =>
      scene.update(
        [],
        [scene.erase(scene.char('notes', 'mine', 'text', 0)), scene.erase(scene.char('notes', 'mine', 'text', 3))],
      ),
    plainly: 'shows',
    rule: 'decode.repeated',
  },
  {
    tries: 'deletions out of order',
    bytes: scene => {
      const { client, clock } = scene.char('notes', 'mine', 'text', 0)
      return scene.update(
        [],
        [
          {
            client,
            ranges: [
              [clock + 4, 2],
              [clock, 1],
            ],
          },
        ],
      )
    },
    plainly: 'shows',
    rule: 'decode.unsorted',
  },
  {
    tries: 'deletions that overlap',
    bytes: scene => {
      const { client, clock } = scene.char('notes', 'mine', 'text', 0)
      return scene.update(
        [],
        [
          {
            client,
            ranges: [
              [clock, 4],
              [clock + 2, 4],
            ],
          },
        ],
      )
    },
    plainly: 'shows',
    rule: 'decode.unsorted',
  },
  {
    tries: 'garbage that pretends to stand somewhere',
    bytes: scene => scene.update([bytes => raw(0b1110_0000, 1)(bytes)]),
    plainly: 'keeps',
    rule: 'decode.content',
  },
  {
    tries: 'content of a number that nothing has',
    bytes: scene => scene.update([forgery.struct(31, behind(scene))]),
    plainly: 'throws',
    rule: 'decode.content',
  },
]
