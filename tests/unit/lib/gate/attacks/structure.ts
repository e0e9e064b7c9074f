import { any, deleted, forge, gc, map, str } from '#tests/drivers/forge.ts'
import { Scene } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const char = (scene: Scene, index: number, note = 'mine') => scene.char('notes', note, 'text', index)
const nowhere = { client: 999, clock: 0 }

/** Whose it is, what it builds on, where it stands. */
export const structure: Attack[] = [
  {
    tries: 'work under another’s client id',
    bytes: scene => forge([{ ...scene.next(0, Scene.victim), parts: [str({ left: char(scene, -1, 'theirs') }, '!')] }]),
    plainly: 'shows',
    rule: 'lease.other',
  },
  {
    tries: 'work under another’s client id beside one’s own',
    bytes: scene =>
      forge([
        { ...scene.me, parts: [scene.move()] },
        { ...scene.next(0, Scene.victim), parts: [any(scene.field('notes', 'theirs', 'colour'), 'mint')] },
      ]),
    plainly: 'shows',
    rule: 'lease.other',
  },
  {
    tries: 'work under a client id that the server wrote with',
    bytes: scene => forge([{ ...scene.next(0, Scene.server), parts: [scene.type('x')] }]),
    plainly: 'shows',
    rule: 'lease.other',
  },
  {
    tries: 'work under a client id whose owner nobody knows any more',
    bytes: scene => forge([{ ...scene.next(0, Scene.orphan), parts: [scene.type('x')] }]),
    plainly: 'shows',
    rule: 'lease.server',
  },
  {
    tries: 'work under the client id kept for repairs',
    bytes: scene => forge([{ client: 2 ** 32 - 1, clock: 0, parts: [scene.type('x')] }]),
    plainly: 'shows',
    rule: 'lease.server',
  },
  {
    tries: 'a gap in one’s own work',
    bytes: scene => forge([{ ...scene.next(5), parts: [scene.type('x')] }]),
    plainly: 'waits',
    rule: 'structure.gap',
  },
  {
    tries: 'what is half known',
    bytes: scene => forge([{ ...scene.next(-2), parts: [str({ left: char(scene, -1) }, 'hello')] }]),
    plainly: 'shows',
    rule: 'structure.overlap',
  },
  ...(
    [
      ['behind', { left: nowhere }],
      ['before', { right: nowhere }],
      ['in', { parent: nowhere, key: 'colour' }],
    ] as const
  ).map(
    ([where, at]): Attack => ({
      tries: `something ${where} what is not there yet`,
      bytes: scene => scene.update([str(at, 'x')]),
      plainly: 'waits',
      rule: 'structure.unknown',
    }),
  ),
  {
    tries: 'a part that follows itself',
    bytes: scene => scene.update([str({ left: scene.me }, 'x')]),
    plainly: 'throws',
    rule: 'structure.forward',
  },
  {
    tries: 'a part that follows its own future',
    bytes: scene => scene.update([str({ left: scene.next(1) }, 'x'), scene.type('y')]),
    plainly: 'throws',
    rule: 'structure.forward',
  },
  {
    tries: 'a part that hangs in its own future',
    bytes: scene =>
      scene.update([any({ parent: scene.next(1), key: 'kind' }, 'idea'), map({ parent: 'notes', key: 'new' })]),
    plainly: 'throws',
    rule: 'structure.forward',
  },
  {
    tries: 'two parts that wait for each other',
    bytes: () =>
      forge([
        { client: 9002, clock: 0, parts: [str({ left: { client: 9001, clock: 0 } }, 'x')] },
        { client: 9001, clock: 0, parts: [str({ left: { client: 9002, clock: 0 } }, 'y')] },
      ]),
    plainly: 'waits',
    rule: 'structure.forward',
  },
  {
    tries: 'something in a character',
    bytes: scene => scene.update([any({ parent: char(scene, 0), key: 'colour' }, 'pink')]),
    plainly: 'keeps',
    rule: 'structure.parent',
  },
  {
    tries: 'something in a value',
    bytes: scene =>
      scene.update([any({ parent: scene.field('notes', 'mine', 'colour').left ?? scene.me, key: 'x' }, 1)]),
    plainly: 'keeps',
    rule: 'structure.parent',
  },
  {
    tries: 'something in garbage of the same change',
    bytes: scene => scene.update([gc(1), any({ parent: scene.me, key: 'x' }, 1)]),
    plainly: 'keeps',
    rule: 'structure.parent',
  },
  {
    tries: 'an attribute of a text',
    bytes: scene => scene.update([any({ parent: scene.of('notes', 'mine', 'text'), key: 'bold' }, true)]),
    plainly: 'keeps',
    rule: 'structure.parent',
  },
  {
    tries: 'a deletion of what another will write next',
    bytes: scene => scene.update([], [scene.erase(scene.next(0, Scene.victim), 50)]),
    plainly: 'waits',
    rule: 'structure.future',
  },
  {
    tries: 'a deletion of what somebody unknown will write',
    bytes: scene => scene.update([], [scene.erase(nowhere)]),
    plainly: 'waits',
    rule: 'structure.future',
  },
  {
    tries: 'a deletion that reaches past one’s own work',
    bytes: scene => scene.update([scene.type('x')], [scene.erase(scene.me, 2)]),
    plainly: 'waits',
    rule: 'structure.future',
  },
  {
    tries: 'text between two characters the wrong way round',
    bytes: scene => scene.update([str({ left: char(scene, 5), right: char(scene, 2) }, 'x')]),
    plainly: 'shows',
    rule: 'structure.neighbours',
  },
  {
    tries: 'text between characters that were never side by side',
    bytes: scene => scene.update([str({ left: char(scene, 1), right: char(scene, 7) }, 'x')]),
    plainly: 'shows',
    rule: 'structure.neighbours',
  },
  {
    tries: 'text between characters of two notes',
    bytes: scene => scene.update([str({ left: char(scene, -1), right: char(scene, 0, 'also-mine') }, 'x')]),
    plainly: 'shows',
    rule: 'structure.neighbours',
  },
  {
    tries: 'text between a character and a value',
    bytes: scene =>
      scene.update([
        str({ left: char(scene, -1), right: scene.field('notes', 'mine', 'colour').left ?? scene.me }, 'x'),
      ]),
    plainly: 'shows',
    rule: 'structure.neighbours',
  },
  {
    tries: 'a value before another value',
    bytes: scene => scene.update([any({ right: scene.field('notes', 'mine', 'colour').left ?? scene.me }, 'pink')]),
    plainly: 'keeps',
    rule: 'structure.neighbours',
  },
  {
    tries: 'a list among the notes',
    bytes: scene => scene.update([any({ parent: 'notes' }, 'x')]),
    plainly: 'keeps',
    rule: 'structure.list',
  },
  {
    tries: 'a list in a note',
    bytes: scene => scene.update([any({ parent: scene.of('notes', 'mine') }, 'x')]),
    plainly: 'keeps',
    rule: 'structure.list',
  },
  {
    tries: 'deleted parts in a list of a note',
    bytes: scene => scene.update([deleted({ parent: scene.of('notes', 'mine') }, 3)]),
    plainly: 'keeps',
    rule: 'structure.list',
  },
]
