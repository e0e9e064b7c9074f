import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isFlow, isWork, noteKinds } from '#lib/notes/kinds/index.ts'

const ids = (test: (id: string) => boolean) => noteKinds.map(kind => kind.id).filter(test)

test('a kind says itself what it is in the process', () => {
  expect(ids(isWork)).toEqual(['step', 'decision'])
  expect(ids(isFlow)).toEqual(['step', 'decision', 'outcome'])
  expect(isFlow('of a newer board')).toBe(false)
  // What is red, blue or green is a point of failure, and no work.
  for (const kind of noteKinds) if ('failure' in kind) expect(isWork(kind.id), kind.id).toBe(false)
})

test('nobody else decides by the id of a kind, but for the plain note that stands for every other', () => {
  const known = noteKinds.map(kind => kind.id).filter(id => id !== 'plain')
  const decides = new RegExp(`\\bkind [=!]== '(${known.join('|')})'`)
  const files = globSync([
    'lib/!(templates)/**/*.ts',
    'components/**/*.{ts,tsx}',
    'server/**/*.ts',
    'app/**/*.{ts,tsx}',
  ])
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter(file => decides.test(readFileSync(file, 'utf8')))).toEqual([])
})
