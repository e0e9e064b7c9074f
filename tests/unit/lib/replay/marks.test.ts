import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { replayMarksOf } from '#lib/replay/marks.ts'
import { RowRecorder } from '#lib/replay/recorder.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { RowWriter } from '#lib/replay/row-writer.ts'
import { setStage, stageOf } from '#server/base/stage.ts'

test('a stage that begins to count reveals marks nothing; the first round that is revealed does', () => {
  const doc = new Y.Doc()
  const recorder = new RowRecorder()
  const writer = new RowWriter()
  let seq = 0
  doc.on('update', (update: Uint8Array) => {
    for (const row of recorder.apply({ seq: ++seq, at: seq * 1000, actor: 'ann', update })) writer.write(row)
  })
  const marks = () => replayMarksOf(readRows(writer.bytes())).map(({ kind }) => kind)
  setStage(doc, { rounds: {} })
  expect(marks()).toEqual([])
  setStage(doc, { rounds: { ...stageOf(doc).rounds, ideas: 1 } })
  expect(marks()).toEqual(['reveal'])
})
