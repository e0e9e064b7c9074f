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

test('each family of words is asked its own question', () => {
  const reason = (word: string) => findWeaselWords(word)[0]?.reason
  expect(reason('asap')).toMatch(/^How fast, counted from when\?/)
  expect(reason('lean')).toMatch(/^For whom, and how would you see it\?/)
  expect(reason('useful')).toMatch(/^Which result, for whom\?/)
  expect(reason('better')).toMatch(/^Better than what, by which measure\?/)
  expect(reason('happy')).toMatch(/^Who says so, and on which scale\?/)
  expect(reason('often')).toMatch(/^How many, how often\?/)
  expect(reason('cheap')).toMatch(/^How much money, compared with what\?/)
  expect(reason('suitable')).toMatch(/^Who decides that\?/)
  expect(reason('agile')).toMatch(/^This is advertising/)
})

test('words of several parts are found with spaces or hyphens between them, the longest first', () => {
  expect(found('high-quality and best-in-class')).toEqual(['high-quality', 'best-in-class'])
  expect(found('best in class')).toEqual(['best in class'])
  expect(found('value-for-money')).toEqual(['value-for-money'])
  expect(found('as\nsoon\tas possible')).toEqual(['as\nsoon\tas possible'])
  for (const text of ['cost-effective', 'cost effective', 'COST-EFFECTIVE'])
    expect(findWeaselWords(text)[0]?.reason, text).toMatch(/money/)
})

test('a word is not found as part of another, with letters, digits or a hyphen beside it', () => {
  expect(found('ungood goodness éasy non-personal fast1 2fast easy-going')).toEqual([])
  expect(found('(good), “easy”. fast-')).toEqual(['good', 'easy', 'fast'])
})

test('what is said without a verb and shortly is asked to be a sentence', () => {
  expect(letters('Guaranteed satisfaction')).toBe('SMT')
  expect(letters('Guaranteed full satisfaction')).toBe('SMT')
  expect(letters('Guaranteed full lasting satisfaction')).toBe('MT')
  expect(letters('Customers satisfied')).toBe('MT')
  expect(letters('  Short text ')).toBe('')
  expect(letters('Twelve chars')).toBe('ST')
  expect(letters('Eleven char')).toBe('')
  expect(letters('123456789012')).toBe('')
})

test.each([
  '7 of them',
  'one of them',
  'twelve of them',
  'half of it',
  'once only',
  'nobody waits',
  'every case',
  '€ for all',
  '95 %',
])('there is a number in “You get it, %s”', text => expect(letters(`You get it, ${text}`)).not.toContain('M'))

test.each([
  'in 5 min',
  'in 3 d',
  'in 2 hrs',
  'in a week',
  'overnight',
  'tomorrow',
  'on Monday',
  'at 9:30',
  'by 5 pm',
  'at 9am',
  'same day',
  'within hours',
])('there is a time in “You get it %s”', text => expect(letters(`You get it ${text}`)).not.toContain('T'))

test('each hint says by its letter, its name and a question what is missing', () => {
  expect(findMissingMeasures('Guaranteed satisfaction')).toEqual([
    { letter: 'S', name: 'Specific', hint: expect.stringMatching(/^Who gets what\?/) },
    { letter: 'M', name: 'Measurable', hint: expect.stringMatching(/^There is no number in it/) },
    { letter: 'T', name: 'Time-bound', hint: expect.stringMatching(/^By when/) },
  ])
})
