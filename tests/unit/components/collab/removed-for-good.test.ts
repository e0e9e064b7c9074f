import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { watchRemovals } from '#components/collab/removed-for-good.ts'
import { removeForGood, takenOff } from '#lib/board/commands/bin.ts'
import { addEntity, setFields, textOf } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import type { Unsaved } from '#lib/board/unsaved-diff.ts'

const writer = (doc: Y.Doc) => ({ doc, newId: () => '' })
const toOther = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** A server and a browser with the same two notes; the server takes both off and removes them, unheard. */
function apart() {
  const [server, mine] = [new Y.Doc(), new Y.Doc()]
  for (const id of ['a', 'b'])
    addEntity(writer(server), 'notes', id, { kind: 'step', pos: [1, 2], text: 'Guest waits', votes: { x: 1 } })
  textOf(server, 'notes', 'a')?.delete(0, 6)
  toOther(server, mine)
  const told: Unsaved[] = []
  const waiting = new Set<string>()
  watchRemovals(
    mine,
    id => waiting.has(id),
    lost => told.push(...lost),
  )
  const remove = () => {
    for (const id of ['a', 'b']) setFields(writer(server), 'notes', id, { deleted: true })
    removeForGood(server, takenOff(server))
    toOther(server, mine)
  }
  return { mine, told, waiting, remove }
}

test('what somebody has changed and not saved when it is removed for good is told as it was here', () => {
  const { mine, told, waiting, remove } = apart()
  textOf(mine, 'notes', 'a')?.insert(5, ' for the bill')
  setFields(writer(mine), 'notes', 'a', { pos: [3, 4] })
  waiting.add('a')
  remove()
  expect(rootOf(mine, 'notes').size).toBe(0)
  expect(told).toEqual([
    {
      root: 'notes',
      what: 'added',
      id: expect.not.stringMatching(/^a$/),
      fields: { kind: 'step', pos: [3, 4], text: 'waits for the bill' },
    },
  ])
})

test('nothing is told of what was saved, nor of what they had taken off themselves', () => {
  const { mine, told, waiting, remove } = apart()
  setFields(writer(mine), 'notes', 'b', { deleted: true })
  waiting.add('b')
  remove()
  expect(told).toEqual([])
})
