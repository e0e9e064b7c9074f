import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fieldValues } from '#lib/board/fields.ts'
import { outcomeQuestions } from '#lib/board/schema.ts'
import {
  actors,
  acts,
  byVerdict,
  countVerdicts,
  crown,
  crownSides,
  crownWays,
  definitionOf,
  effortIds,
  efforts,
  lineNames,
  outcomeCanvas,
  outcomeRead,
  outcomeWords,
  points,
  valueClasses,
  valueIds,
  verdictIds,
  verdictName,
  verdictWords,
} from '#lib/method/vocabulary.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'

test('everything that the schema knows has its words, in the same order', () => {
  expect(Object.keys(actors)).toEqual(fieldValues.actor.options)
  expect(verdictIds).toEqual(fieldValues.verdict.unwrap().options)
  expect(Object.keys(efforts)).toEqual(fieldValues.effort.unwrap().options)
  expect(Object.keys(valueClasses)).toEqual(fieldValues.value.unwrap().options)
  expect(Object.keys(crown)).toEqual(Object.keys(fieldValues.crown.unwrap().shape))
  expect(Object.keys(outcomeWords)).toEqual([...outcomeQuestions])
})

test('a point of failure is called as the note of its kind is', () => {
  for (const kind of noteKinds)
    if ('failure' in kind)
      expect(points[kind.failure]).toMatchObject({ name: kind.label, hint: kind.hint, paper: kind.paper })
  expect(definitionOf('bp')).toBe('Break Point: any hand-off inside the process.')
})

test('eliminate and improve are to be done, keep is not, and what nobody judged is undecided', () => {
  expect(verdictIds.filter(acts)).toEqual(['eliminate', 'improve'])
  expect(acts(null)).toBe(false)
  expect([verdictName('keep'), verdictName(null), verdictName('undecided')]).toEqual(['Keep', 'Undecided', 'Undecided'])
  expect(countVerdicts(byVerdict(verdict => verdict.length))).toBe('9 eliminate, 7 improve, 4 keep')
})

test('each word of the method is this one', () => {
  expect(Object.entries(points).map(([id, { names, letter }]) => `${id} ${names} ${letter}`)).toEqual([
    ...['mot Moments of Truth M', 'bp Break Points B', 'br Business Rules R'],
  ])
  expect(verdictIds.map(id => `${verdictWords[id].name} ${verdictWords[id].sign}`)).toEqual([
    ...['Eliminate ✕', 'Improve ↑', 'Keep ✓'],
  ])
  expect(crownSides.map(side => `${side} ${crown[side].name} ${crown[side].good}`)).toEqual([
    ...['cost Cost down', 'experience Experience up', 'revenue Revenue up'],
  ])
  expect(Object.entries(crownWays).map(([way, { name, sign }]) => `${way} ${name} ${sign}`)).toEqual([
    ...['down down ↓', 'same the same =', 'up up ↑'],
  ])
  expect(effortIds.map(id => efforts[id])).toEqual(['Small', 'Medium', 'Large'])
  expect(valueIds.map(id => `${valueClasses[id].short} ${valueClasses[id].name}`)).toEqual([
    ...['VA Value-adding', 'NNVA Necessary', 'NVA Waste'],
  ])
  for (const { means } of Object.values(valueClasses)) expect(means).toMatch(/^[a-z-]+[,:] .{4,}/)
  expect(Object.values(actors).join(', ')).toBe(
    'Customer, Front stage, Back stage, Supplier, Partner, Employee, Regulator or society, System',
  )
  expect(lineNames).toEqual({ interaction: 'line of interaction', visibility: 'line of visibility' })
})

test('the canvas asks its questions in their order, says what each means, and is read with what comes of it first', () => {
  expect(outcomeCanvas.join(' ')).toBe('customer wrongCustomer expects process affects needs outcome isNot')
  expect(outcomeRead.join(' ')).toBe('promise outcome customer wrongCustomer expects process affects needs isNot')
  const asked = Object.entries(outcomeWords)
  expect(asked.filter(([, { measured }]) => measured === true).map(([id]) => id)).toEqual([
    'promise',
    'needs',
    'outcome',
  ])
  expect(asked.filter(([, { lines }]) => lines === 1).map(([id]) => id)).toEqual([
    ...['stakeholder', 'wrongCustomer', 'process', 'isNot'],
  ])
  for (const [id, { hint, heads }] of asked) {
    expect(hint, id).toMatch(/^.{15,}[.]$/u)
    expect(heads, id).toMatch(/^\p{Lu}/u)
  }
  expect(asked.map(([, { asks }]) => asks)).toEqual([
    ...['Whose outcome is this?', 'The promise', '1 · Who is the customer?', 'Who is not?'],
    ...['2 · What do they expect today?', '3 · What process do they think they are in?'],
    ...['4 · What do we do that affects their success?', '5 · What do they really need?'],
    ...['6 · The outcome, in one line', 'What the outcome is not'],
  ])
})

/** Names that nobody writes by chance. */
const told = [
  ...Object.values(points).flatMap(({ name, names }) => [name, names]),
  ...Object.values(actors),
  ...Object.values(outcomeWords).flatMap(({ asks, heads, hint }) => [asks, heads, hint]),
  ...Object.values(verdictWords).flatMap(({ means, asksReason }) => [means, asksReason]),
].filter(words => words.includes(' '))

test('each of the method’s names stands in one file of the product', () => {
  const files = globSync(['lib/**/*.ts', 'components/**/*.{ts,tsx}', 'server/**/*.ts', 'app/**/*.{ts,tsx}'])
  const sources = files.map(file => ({ file, source: readFileSync(file, 'utf8') }))
  for (const words of new Set(told)) {
    const places = sources.filter(({ source }) =>
      [`'${words}'`, `"${words}"`, `>${words}<`].some(one => source.includes(one)),
    )
    expect(
      places.map(({ file }) => file),
      words,
    ).toHaveLength(1)
  }
})
