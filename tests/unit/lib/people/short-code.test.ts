import { expect, test } from 'vitest'
import { spellCode } from '#lib/people/short-code.ts'

test('a code is spelled in two threes as far as it is typed, whatever stands between', () => {
  expect(['ab', 'abc', 'abc2', 'AB-C 2.3 4', 'ABC234XYZ'].map(spellCode)).toEqual([
    'AB',
    'ABC',
    'ABC 2',
    'ABC 234',
    'ABC 234',
  ])
})
