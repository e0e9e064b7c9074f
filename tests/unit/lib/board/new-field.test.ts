import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { readBoard } from '#lib/board/model.ts'
import { boardPlan, planOf, writePlan } from '#lib/board/plan.ts'
import { rootNames, schema } from '#lib/board/schema.ts'

/** A note gets a field more, in the schema and nowhere else. */
vi.mock('#lib/board/schema.ts', async original => {
  const real = await original<typeof import('#lib/board/schema.ts')>()
  const sound = { type: 'value', accepts: z.enum(['quiet', 'loud']), ability: 'detail.edit', unset: 'quiet', own: true }
  const schema = { ...real.schema, notes: { ...real.schema.notes, fields: { ...real.schema.notes.fields, sound } } }
  const fields: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(schema).map(([root, { fields }]) => [root, fields]),
  )
  return { ...real, schema, fieldOf: (root: string, key: string) => fields[root]?.[key] }
})

const boardWith = (fields: Record<string, unknown>) => {
  const doc = new Y.Doc()
  const writer = { doc, newId: () => 'new' }
  doc.transact(() => addEntity(writer, 'notes', 'note', { kind: 'step', pos: [10, 20], text: 'Order', ...fields }))
  return { doc, writer, note: () => readBoard(doc).notes.get('note') as unknown as Record<string, unknown> }
}

test('a field that the schema alone says is written and read', () => {
  const { doc, writer, note } = boardWith({ sound: 'loud' })
  expect(note().sound).toBe('loud')
  const change: Record<string, unknown> = { sound: 'quiet' }
  doc.transact(() => setFields(writer, 'notes', 'note', change))
  expect(note().sound).toBe('quiet')
})

test('it reads as not said where it was never written, or holds what the schema does not accept', () => {
  expect(boardWith({}).note().sound).toBe('quiet')
  expect(boardWith({ sound: 7 }).note().sound).toBe('quiet')
})

test('it travels with plans: copies, imports, templates and our own file', () => {
  const plan = planOf(readBoard(boardWith({ sound: 'loud' }).doc))
  expect(plan.notes[0]).toMatchObject({ sound: 'loud' })
  expect(planOf(readBoard(boardWith({}).doc)).notes[0]).not.toHaveProperty('sound')
  expect(boardPlan.safeParse({ notes: [{ id: 'a', kind: 'step', x: 0, y: 0, sound: 'deafening' }] }).success).toBe(
    false,
  )
  const doc = new Y.Doc()
  writePlan({ doc, newId: () => 'copy' }, readBoard(doc), plan, { freshIds: true })
  expect(readBoard(doc).notes.get('copy')).toMatchObject({ text: 'Order', sound: 'loud' })
})

test('every field of every entity reads as something where nobody has said it', () => {
  const doc = new Y.Doc()
  const writer = { doc, newId: () => 'new' }
  doc.transact(() => {
    addEntity(writer, 'notes', 'n', { kind: 'step', pos: [0, 0] })
    addEntity(writer, 'links', 'l', { ends: ['n', 'n'] })
    addEntity(writer, 'views', 'v', { rect: [0, 0, 1, 1] })
    for (const root of ['lanes', 'groups', 'outcome', 'comments'] as const) addEntity(writer, root, 'e', {})
  })
  const { notes, links, lanes, groups, views, outcomes, comments, damaged } = readBoard(doc)
  expect(damaged).toBe(0)
  const read = { notes, links, groups, comments, lanes, views, outcome: outcomes, stage: [] }
  const otherwise = ['pos', 'size', 'ends', 'by', 'deleted']
  for (const root of rootNames)
    for (const entity of read[root].values())
      for (const key of Object.keys(schema[root].fields))
        if (!otherwise.includes(key)) expect(entity, `${root}.${key}`).toHaveProperty(key)
})
