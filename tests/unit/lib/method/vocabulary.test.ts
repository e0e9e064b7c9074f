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
  definitionOf,
  efforts,
  outcomeWords,
  points,
  valueClasses,
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
