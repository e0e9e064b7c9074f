import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { excalidrawExport } from '#lib/export/excalidraw.ts'
import { type ExcalidrawElement, elementsOf, excalidrawRestore, hasExcalidraw } from '#tests/drivers/excalidraw.ts'
import { about, everyBoard, templateBoards } from '#tests/drivers/exported.ts'

/** What Excalidraw 0.18.1 made of the coffee board; `UPDATE=1` writes it anew where Excalidraw is installed. */
const saved = join(import.meta.dirname, '../../../fixtures/excalidraw/restored-coffee.json')

const written = async (board: BoardSnapshot) => String(await excalidrawExport.write(board, about))
const coffee = () => {
  const found = templateBoards().find(({ name }) => name === 'coffee')
  if (!found) throw new Error('no coffee board')
  return written(found.board)
}
/** Counted up by every program that changes an element. */
const counters = new Set(['version', 'versionNonce', 'updated'])
/** What was written and is not, or is otherwise, in what was restored. */
function changed(before: readonly ExcalidrawElement[], after: readonly ExcalidrawElement[]): string[] {
  const byId = new Map(after.map(element => [element.id, element]))
  return before.flatMap(element => {
    const kept = byId.get(element.id)
    if (!kept) return [`${element.type} ${element.id} is dropped`]
    return Object.entries(element)
      .filter(([key, value]) => !counters.has(key) && JSON.stringify(kept[key]) !== JSON.stringify(value))
      .map(([key, value]) => `${element.id}.${key}: ${JSON.stringify(value)} → ${JSON.stringify(kept[key])}`)
  })
}

afterEach(() => vi.unstubAllGlobals())

test('Excalidraw keeps every element of the coffee board as it was written', async () => {
  const before = elementsOf(await coffee())
  const after = elementsOf(await readFile(saved, 'utf8'))
  expect(changed(before, after)).toEqual([])
  expect(after).toHaveLength(before.length)
})

describe.skipIf(!hasExcalidraw)('where Excalidraw is installed (npm run bench -- walls installs it)', () => {
  test('its answer to the coffee board is the one that is saved', async () => {
    const restored = (await excalidrawRestore())(await coffee())
    const steady = restored.map(({ version: _, versionNonce: __, updated: ___, ...element }) => element)
    const text = `${JSON.stringify({ elements: steady }, null, 1)}\n`
    if (process.env.UPDATE) await writeFile(saved, text)
    expect(text).toBe(await readFile(saved, 'utf8'))
  })

  test('it keeps every element of every board as it was written', async () => {
    const restore = await excalidrawRestore()
    for (const { name, board } of await everyBoard()) {
      const text = await written(board)
      expect(changed(elementsOf(text), restore(text)), name).toEqual([])
    }
  })
})
