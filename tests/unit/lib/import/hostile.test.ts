import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeArchive } from '#lib/export/archive.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { readArchive } from '#lib/import/archive.ts'
import { readFile } from '#lib/import/index.ts'
import { unzipWithin } from '#lib/import/unzip.ts'
import { wallOf } from '#tests/drivers/boards.ts'
import { zipBomb } from '#tests/drivers/zip-bomb.ts'

const about = { title: 'Coffee', customer: '', process: '', tags: [], at: 0, authorName: () => null }
const workbook = async () =>
  (await xlsx.write(
    wallOf({ notes: [{ id: 'a', kind: 'step', text: 'Orders', x: 0, y: 0 }] }).board,
    about,
  )) as Uint8Array

test('a zip that lies about its size is cut at what it says, and a workbook like that is refused', async () => {
  const bomb = zipBomb(unzipSync(await workbook()), 'xl/worksheets/sheet1.xml', 120 * 1024 * 1024)
  const parts = unzipWithin(bomb, 1024 * 1024)
  expect(parts['xl/worksheets/sheet1.xml']?.length).toBe(1024)
  const before = process.memoryUsage().arrayBuffers
  await expect(readFile('bomb.xlsx', bomb)).rejects.toThrow(/cannot be opened/)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024)
})

test('a zip that says how large it is, and is too large, is not opened', () => {
  expect(() => unzipWithin(zipBomb({}, 'a', 100), 1000)).toThrow(/larger inside/)
})

test('files that nest without end, or are built to trip a parser, are refused or read, and never crash', async () => {
  const deep = 200_000
  const hostile: Record<string, string> = {
    'a.json': '['.repeat(deep),
    'b.json': `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    'c.bpmn': `<?xml version="1.0"?>${'<a>'.repeat(deep)}`,
    'd.bpmn':
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><definitions>&b;</definitions>',
    'd2.bpmn': `<?xml version="1.0"?><definitions>${'<![CDATA['.repeat(deep)}<!---->`,
    'd3.bpmn': `<?xml${'\t'.repeat(deep)}`,
    'e.csv': `text\n${'"'.repeat(deep)}`,
    'f.csv': ','.repeat(deep),
    'f2.csv': `step;due;duration;kind;cost\n${Array(5).fill(','.repeat(deep)).join(';')}\n${Array(5).fill(' '.repeat(deep)).join('x;')}\n`,
    'f4.csv': `id,text,predecessors\n1,Order,0${' '.repeat(deep)}x\n2,Pay,"[${' ,'.repeat(deep)} minx"\n`,
    'f5.csv': `text,${', '.repeat(deep)}min x\nOrder,1\n`,
    'f3.txt': `a|${' '.repeat(deep)}x|b\n-|${' '.repeat(deep)}|-\n`,
    'g.canvas': `{"nodes":${'['.repeat(deep)}`,
    'h.excalidraw': `{"type":"excalidraw","elements":[{"groupIds":${'['.repeat(5000)}${']'.repeat(5000)}}]}`,
  }
  for (const [name, text] of Object.entries(hostile)) {
    const begun = performance.now()
    const answer = await readFile(name, new TextEncoder().encode(text)).then(
      () => 'read',
      error => (error instanceof Error ? error.constructor.name : 'thrown'),
    )
    expect([name, answer]).toEqual([name, expect.stringMatching(/^(read|ImportError)$/)])
    expect(performance.now() - begun).toBeLessThan(3_000)
  }
})

test('an archive whose people are a crowd, or bear ids that mean something, is refused', async () => {
  const { doc } = wallOf({ notes: [{ id: 'a', kind: 'step', text: 'Orders', x: 0, y: 0 }] })
  const update = Y.encodeStateAsUpdate(doc)
  const archive = (actors: string[], at = 1) =>
    writeArchive(
      actors.map(actor => ({ at, actor, update })),
      { ...about, people: [], clients: [] },
      () => '',
    )
  const refused = async (actors: string[], at?: number) => readArchive(await archive(actors, at))
  expect((await refused(['ann'])).personIds).toEqual(['ann'])
  await expect(refused(['board.draft.round'])).rejects.toThrow(/not named as people are/)
  await expect(refused(['x'.repeat(65)])).rejects.toThrow(/not named as people are/)
  await expect(refused(Array.from({ length: 2_001 }, (_, i) => `p${i}`))).rejects.toThrow(/too many/)
  await expect(refused(['ann'], 9e15)).rejects.toThrow(/history in the archive is damaged/)
})
