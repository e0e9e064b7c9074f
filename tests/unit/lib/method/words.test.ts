import { expect, test } from 'vitest'
import { findMissingMeasures, findWeaselWords } from '#lib/method/words.ts'

const found = (text: string) => findWeaselWords(text).map(({ word }) => word.toLowerCase())
const letters = (text: string) =>
  findMissingMeasures(text)
    .map(({ letter }) => letter)
    .join('')

test('fast, efficient, effective and timely are noticed, each with the reason', () => {
  const words = findWeaselWords('A fast, efficient, effective and timely service')
  expect(words.map(({ word }) => word)).toEqual(['fast', 'efficient', 'effective', 'timely'])
  for (const { reason } of words) expect(reason).toMatch(/\?/)
})

test('words are found where they stand, in any case, and never inside other words', () => {
  expect(findWeaselWords('Be QUICKLY done')).toMatchObject([{ start: 3, end: 10, word: 'QUICKLY' }])
  expect(found('Breakfast at Bestwick, moreover fasten belts')).toEqual([])
  expect(found('user-friendly, high quality, as soon as  possible')).toEqual([
    'user-friendly',
    'high quality',
    'as soon as  possible',
  ])
})

test('a promise without a number or a time is asked for both', () => {
  expect(letters('You get your money back')).toBe('MT')
  expect(letters('You get 80% of your money back')).toBe('T')
  expect(letters('You get your money within 5 working days of the call')).toBe('')
})

test('too little text, or a text in another script, is left in peace', () => {
  expect(findMissingMeasures('Money')).toEqual([])
  expect(findMissingMeasures('お客様は五日以内に支払いを受けます')).toEqual([])
})
