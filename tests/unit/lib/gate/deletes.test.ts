import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { any, deleted, type ForgedDeletes, forge, gc, type Part, str } from '#tests/drivers/forge.ts'
import { type Cast, phaseOn, Scene, setScene } from '#tests/drivers/scene.ts'

const cast: Cast = { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }
function atTheScene() {
  const { doc, leases } = setScene(cast)
  const scene = new Scene(doc, leases, cast, 'contributor')
  const check = (bytes: Uint8Array) =>
    checkUpdate(doc, bytes, {
      personId: 'mal',
      role: 'contributor',
      phases: [phaseOn(doc, {})],
      leaseOf: client => leases.get(client) ?? null,
      serverClient: doc.clientID,
      newClients: 2,
      draft: false,
    })
  /** What of the deletions is left in the update that is written anew, or the rule that refuses. */
  const left = (parts: readonly Part[], deletes: readonly ForgedDeletes[]) => {
    const answer = check(scene.update(parts, deletes))
    if (!answer.ok) return answer.rule
    return answer.update === null ? [] : decodeUpdate(answer.update).deletes
  }
  const first = scene.char('notes', 'mine', 'text', 0)
  const ranges = (...list: [number, number][]): ForgedDeletes => ({
    client: first.client,
    ranges: list.map(([from, length]) => [first.clock + from, length] as const),
  })
  const kept = (...list: [number, number][]) => [
    { client: first.client, ranges: list.flatMap(([from, length]) => [first.clock + from, length]) },
  ]
  return { doc, scene, check, left, ranges, kept, first }
}

describe('of the deletions that come, those are left that take away what is there', () => {
  test('side by side they become one, apart they stay apart', () => {
    const { left, ranges, kept } = atTheScene()
    expect(left([], [ranges([0, 2], [2, 3])])).toEqual(kept([0, 5]))
    expect(left([], [ranges([0, 2], [3, 2])])).toEqual(kept([0, 2], [3, 2]))
    expect(left([], [ranges([0, 1], [1, 1], [2, 1], [5, 1])])).toEqual(kept([0, 3], [5, 1]))
  })

  test('what is deleted already is left out, in the middle too', () => {
    const { doc, left, ranges, kept } = atTheScene()
    const text = rootOf(doc, 'notes').get('mine')?.get('text')
    if (text instanceof Y.Text) text.delete(3, 4)
    expect(left([], [ranges([3, 4])])).toEqual([])
    expect(left([], [ranges([0, 9])])).toEqual(kept([0, 3], [7, 2]))
    expect(left([], [ranges([2, 3])])).toEqual(kept([2, 1]))
    expect(left([], [ranges([5, 3])])).toEqual(kept([7, 1]))
  })

  test('what of an update is written and deleted at once is left too, across the edge of what was known', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const typed = scene.type('abcdef')
    expect(left([typed], [{ client, ranges: [[clock + 1, 2]] }])).toEqual([{ client, ranges: [clock + 1, 2] }])
    expect(left([typed], [{ client, ranges: [[clock, 6]] }])).toEqual([{ client, ranges: [clock, 6] }])
    const last = scene.char('comments', 'my-comment', 'text', -1)
    expect(last.clock, 'the last that this client wrote').toBe(clock - 1)
    expect(left([typed], [{ client, ranges: [[clock - 1, 3]] }])).toEqual([{ client, ranges: [clock - 1, 3] }])
  })

  test('parts that come deleted need no deletion', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const end = scene.char('notes', 'mine', 'text', -1)
    const parts = [deleted({ left: end }, 3), str({ left: { client, clock: clock + 2 } }, 'ab'), gc(2)]
    expect(left(parts, [{ client, ranges: [[clock, 7]] }])).toEqual([{ client, ranges: [clock + 3, 2] }])
  })

  test('deletions of what nobody has written are refused from the first such unit on', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    expect(left([], [{ client, ranges: [[clock - 1, 1]] }])).toEqual([{ client, ranges: [clock - 1, 1] }])
    expect(left([], [{ client, ranges: [[clock - 1, 2]] }])).toBe('structure.future')
    expect(left([scene.type('ab')], [{ client, ranges: [[clock + 1, 1]] }])).toEqual([
      { client, ranges: [clock + 1, 1] },
    ])
    expect(left([scene.type('ab')], [{ client, ranges: [[clock + 1, 2]] }])).toBe('structure.future')
    expect(left([], [{ client: 55_555, ranges: [[0, 1]] }])).toBe('structure.future')
  })

  test('those of several clients each by itself, as many as there are counted', () => {
    const { scene, check } = atTheScene()
    const theirs = scene.char('notes', 'theirs', 'text', 0)
    const mine = scene.char('notes', 'mine', 'text', 0)
    const answer = check(
      forge(
        [],
        [
          scene.erase(mine, 2),
          {
            client: theirs.client,
            ranges: [
              [theirs.clock, 1],
              [theirs.clock + 4, 1],
            ],
          },
        ],
      ),
    )
    expect(answer).toMatchObject({ ok: true, weight: 3 })
    if (answer.ok && answer.update)
      expect(decodeUpdate(answer.update).deletes).toEqual([
        { client: mine.client, ranges: [mine.clock, 2] },
        { client: theirs.client, ranges: [theirs.clock, 1, theirs.clock + 4, 1] },
      ])
  })
})

describe('what is deleted makes room in a text', () => {
  const length = 'My own note'.length
  const room = 4_000 - length

  test('of what was there, by as much as was still there', () => {
    const { scene, left, ranges } = atTheScene()
    const typed = scene.type('x'.repeat(room + 3))
    expect(left([typed], [ranges([0, 2])])).toBe('schema.long')
    expect(left([typed], [ranges([0, 3])])).not.toBe('schema.long')
    expect(left([typed], [ranges([0, 1], [4, 2])])).not.toBe('schema.long')
  })

  test('of what comes with the same update', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const typed = scene.type('x'.repeat(room + 10))
    expect(left([typed], [{ client, ranges: [[clock + 5, 9]] }])).toBe('schema.long')
    expect(left([typed], [{ client, ranges: [[clock + 5, 10]] }])).not.toBe('schema.long')
  })

  test('parts that come deleted make none', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const parts = [
      deleted({ left: scene.char('notes', 'mine', 'text', -1) }, 50),
      str({ left: { client, clock: clock + 49 } }, 'x'.repeat(room + 10)),
    ]
    expect(left(parts, [{ client, ranges: [[clock, 50]] }])).toBe('schema.long')
  })
})

describe('what comes with an update is deleted by the same rules', () => {
  test('a value of a new note may go, what it needs may not, nor a text, nor the note', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const parts = scene.made('notes', 'n', { kind: 'idea', pos: [0, 0], colour: 'pink' })
    const erase = (unit: number) => left(parts, [{ client, ranges: [[clock + unit, 1]] }])
    expect(erase(3), 'the colour').toEqual([{ client, ranges: [clock + 3, 1] }])
    expect(erase(1), 'the kind').toBe('schema.needed')
    expect(erase(0), 'the note').toBe('schema.replace')
    expect(erase(4), 'a text').toBe('schema.text')
  })

  test('a value that replaces another may go with it, but not what is needed', () => {
    const { scene, left } = atTheScene()
    const { client, clock } = scene.me
    const colour = any(scene.field('notes', 'mine', 'colour'), 'blue')
    expect(left([colour], [{ client, ranges: [[clock, 1]] }])).toEqual([{ client, ranges: [clock, 1] }])
    const kind = any(scene.field('notes', 'mine', 'kind'), 'pain')
    expect(left([kind], [{ client, ranges: [[clock, 1]] }])).toBe('schema.needed')
  })

  test('what is removed for good has nothing left to delete', () => {
    const { doc, left } = atTheScene()
    const gone = [...(doc.store.clients.get(Scene.server) ?? [])].find(item => item.deleted)
    expect(gone).toBeDefined()
    if (gone) expect(left([], [{ client: Scene.server, ranges: [[gone.id.clock, 1]] }])).toEqual([])
  })
})
