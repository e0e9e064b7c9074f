import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Collab } from '#components/collab/collab.ts'
import { moveEverybody } from '#components/stage/agenda/move-on.ts'
import { BoardModel } from '#lib/board/model.ts'
import { rootOf } from '#lib/board/schema.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'

test('two quick presses move everybody on by two activities, and by no more than there are', async () => {
  const doc = new Y.Doc()
  const model = new BoardModel(doc)
  const agenda = [itemOf('welcome', 'a'), itemOf('vote', 'b'), itemOf('close', 'c')]
  const at = (item: string) => rootOf(doc, 'stage').set('now', stageAt(item))
  const stageAt = (item: string) => new Y.Map<unknown>(Object.entries({ agenda, item }))
  at('a')
  const asked: string[] = []
  const collab = {
    request: async (_command: string, { item }: { item: string }) => {
      asked.push(item)
      await Promise.resolve()
      at(item)
    },
  } as unknown as Collab
  for (let press = 0; press < 3; press += 1) moveEverybody({ model }, collab, 'next')
  await expect.poll(() => asked).toEqual(['b', 'c'])
  moveEverybody({ model }, collab, 'previous')
  await expect.poll(() => asked).toEqual(['b', 'c', 'b'])
})
