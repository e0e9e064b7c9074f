import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const page = readFileSync(join(root, 'docs', 'SECURITY.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| (.+?) +\| (yes|no|–) +\| (.+?) *\|$/gm)]

/** Items of ASVS 4.0.3 that level 2 asks, by section: how many from 1 on, or which. */
const asked: Record<string, number | number[]> = {
  '1.1': 7,
  '1.2': 4,
  '1.4': [1, 4, 5],
  '1.5': 4,
  '1.6': 4,
  '1.7': 2,
  '1.8': 2,
  '1.9': 2,
  '1.10': 1,
  '1.11': 2,
  '1.12': [2],
  '1.14': 6,
  '2.1': 12,
  '2.2': 3,
  '2.3': 3,
  '2.4': 5,
  '2.5': 7,
  '2.6': 3,
  '2.7': 6,
  '2.8': 7,
  '2.9': 3,
  '2.10': 4,
  '3.1': 1,
  '3.2': 4,
  '3.3': 4,
  '3.4': 5,
  '3.5': 3,
  '3.7': 1,
  '4.1': [1, 2, 3, 5],
  '4.2': 2,
  '4.3': 3,
  '5.1': 5,
  '5.2': 8,
  '5.3': 10,
  '5.4': 3,
  '5.5': 4,
  '6.1': 3,
  '6.2': 6,
  '6.3': 2,
  '6.4': 2,
  '7.1': 4,
  '7.2': 2,
  '7.3': [1, 3, 4],
  '7.4': 3,
  '8.1': 4,
  '8.2': 3,
  '8.3': 8,
  '9.1': 3,
  '9.2': 4,
  '10.2': 2,
  '10.3': 3,
  '11.1': 8,
  '12.1': 3,
  '12.2': 1,
  '12.3': 6,
  '12.4': 2,
  '12.5': 2,
  '12.6': 1,
  '13.1': [1, 3, 4, 5],
  '13.2': [1, 2, 3, 5, 6],
  '13.3': 2,
  '13.4': 2,
  '14.1': 4,
  '14.2': 6,
  '14.3': [2, 3],
  '14.4': 7,
  '14.5': 4,
}

test('every item of level 2 is answered once, in order', () => {
  const wanted = Object.entries(asked).flatMap(([section, items]) =>
    (Array.isArray(items) ? items : Array.from({ length: items }, (_, i) => i + 1)).map(item => `${section}.${item}`),
  )
  expect(rows.map(([, number]) => number)).toEqual(wanted)
  const count = (answer: string) => rows.filter(row => row[3] === answer).length
  expect(page).toContain(
    `${rows.length} items: ${count('yes')} yes, ${count('no')} no, ${count('–')} with nothing to ask.`,
  )
})

test('the tests and files that are named exist', () => {
  const named = [...page.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path ?? '').filter(path => path.includes('/'))
  expect(named.length).toBeGreaterThan(100)
  const gone = named.filter(path => !['', 'tests'].some(at => existsSync(join(root, at, path))))
  expect(gone.filter(path => !/^(DATA_DIR|\/metrics)/.test(path))).toEqual([])
})
