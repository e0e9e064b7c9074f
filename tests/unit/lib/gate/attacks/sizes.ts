import { any, bytesOf, deleted, forge, gc, raw, str, uint } from '#tests/drivers/forge.ts'
import type { Scene } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const colour = (scene: Scene) => scene.field('notes', 'mine', 'colour')
const behind = (scene: Scene) => ({ left: scene.char('notes', 'mine', 'text', -1) })
const twoPower50 = 2 ** 50

/** Too much, too far, and nothing at all. */
export const sizes: Attack[] = [
  {
    tries: 'two thousand million structs in ten bytes',
    bytes: () => bytesOf(uint(1), uint(2 ** 31), raw(1, 0)),
    plainly: 'throws',
    rule: 'size.structs',
  },
  {
    tries: 'two thousand million writers in a few bytes',
    bytes: () => bytesOf(uint(2 ** 31), raw(1, 0)),
    plainly: 'throws',
    rule: 'size.structs',
  },
  {
    tries: 'two thousand million deleted ranges in a few bytes',
    bytes: scene => bytesOf(uint(0), uint(1), uint(scene.me.client), uint(2 ** 31), raw(1, 1)),
    plainly: 'throws',
    rule: 'size.structs',
  },
  {
    tries: 'more than four million bytes',
    bytes: scene => scene.update([str(behind(scene), 'x'.repeat(4 * 1024 * 1024))]),
    plainly: 'shows',
    rule: 'size.bytes',
  },
  {
    tries: 'more new parts than one change may have',
    bytes: scene => scene.update(Array(20_001).fill(any(colour(scene), 'pink'))),
    plainly: 'shows',
    rule: 'size.structs',
  },
  {
    tries: 'one change by 65 writers',
    bytes: scene =>
      forge(
        Array.from({ length: 65 }, (_, i) => ({ client: 9000 + i, clock: 0, parts: [any(colour(scene), 'pink')] })),
      ),
    plainly: 'shows',
    rule: 'size.structs',
  },
  {
    tries: 'a text of no characters',
    bytes: scene => scene.update([str(behind(scene), ''), scene.move()]),
    plainly: 'shows',
    rule: 'decode.empty',
  },
  {
    tries: 'a deletion of no length',
    bytes: scene => scene.update([deleted(colour(scene), 0), scene.move()]),
    plainly: 'shows',
    rule: 'decode.empty',
  },
  {
    tries: 'garbage of no length',
    bytes: scene => scene.update([gc(0), scene.move()]),
    plainly: 'shows',
    rule: 'decode.empty',
  },
  {
    tries: 'no value where one should be',
    bytes: scene => scene.update([any(colour(scene)), scene.move()]),
    plainly: 'shows',
    rule: 'decode.empty',
  },
  {
    tries: 'a deleted range of no length',
    bytes: scene => scene.update([scene.move()], [scene.erase(scene.me, 0)]),
    plainly: 'shows',
    rule: 'decode.empty',
  },
  {
    tries: 'a deletion of 2^50 characters',
    bytes: scene => scene.update([deleted(behind(scene), twoPower50)]),
    plainly: 'keeps',
    rule: 'decode.number',
  },
  {
    tries: 'garbage of 2^50 units, so that the writer can never write again',
    bytes: scene => scene.update([gc(twoPower50)]),
    plainly: 'keeps',
    rule: 'decode.number',
  },
  {
    tries: 'a clock of 2^50',
    bytes: scene => forge([{ client: scene.me.client, clock: twoPower50, parts: [scene.type('x')] }]),
    plainly: 'waits',
    rule: 'decode.number',
  },
  {
    tries: 'a deleted range of 2^50 units',
    bytes: scene => scene.update([], [scene.erase(scene.char('notes', 'mine', 'text', 0), twoPower50)]),
    plainly: 'waits',
    rule: 'decode.number',
  },
  {
    tries: 'a writer with a number beyond all others',
    bytes: scene => forge([{ client: 2 ** 40, clock: 0, parts: [scene.type('x')] }]),
    plainly: 'shows',
    rule: 'decode.number',
  },
  {
    tries: 'two long tangled histories of one value, which take longest to lay out',
    bytes: scene => {
      const start = scene.field('notes', 'mine', 'pos')
      const chain = Array.from({ length: 250 }, (_, i) => any(i === 0 ? start : { left: scene.next(i - 1) }, [i, 1]))
      const across = Array.from({ length: 250 }, (_, i) => any(start, [i, 2]))
      return forge(
        [
          { ...scene.me, parts: chain },
          { client: 9500, clock: 0, parts: across },
        ],
        [scene.erase(scene.next(249))],
      )
    },
    plainly: 'shows',
    rule: 'size.work',
  },
]
