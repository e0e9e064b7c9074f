import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import { boardPlan, planOf, writePlan } from '#lib/board/plan.ts'
import { jsonExport } from '#lib/export/json.ts'
import { newId } from '#server/base/ids.ts'
import { readAsBoard } from '#server/reading/read-file.ts'

const about = { title: 'Coffee', customer: '', process: '', tags: [], at: 0, authorName: () => 'Ann' }

test('a board made of our JSON has the dots of closed votes that the first one had', async () => {
  const doc = new Y.Doc()
  const plan = boardPlan.parse({
    notes: [
      { id: 'a', kind: 'pain', text: 'Cold', x: 0, y: 0, votes: { r1: 3, r2: 1 } },
      { id: 'b', kind: 'pain', text: 'Late', x: 300, y: 0 },
    ],
    outcomes: [{ id: 'main' }],
  })
  writePlan({ doc, newId }, readBoard(doc), plan, { freshIds: false, authors: true })
  const bytes = new TextEncoder().encode(String(await jsonExport.write(readBoard(doc), about)))
  const { content } = await readAsBoard({ name: 'board.json', bytes, target: 'board', by: 'p' })
  if (content.is !== 'document') throw new Error(`It came as ${content.is}.`)
  const again = new Y.Doc()
  Y.applyUpdate(again, content.update)
  expect(planOf(readBoard(again))).toEqual(planOf(readBoard(doc)))
  expect(readBoard(again).notes.get('a')?.votes).toEqual({ r1: 3, r2: 1 })
})
