import { expect, test } from 'vitest'
import { z } from 'zod'
import { requestFor } from '#lib/protocol/call.ts'
import { commands } from '#lib/protocol/commands.ts'
import { errorStatus } from '#lib/protocol/errors.ts'
import { errorsOf, isFile, type RouteDeclaration } from '#lib/protocol/route.ts'
import { routes } from '#lib/protocol/routes/index.ts'
import { readImports } from '#tests/house/import-graph.ts'

const described = [...Object.entries(commands), ...Object.entries(routes)]
const schema = (part: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(part, { io })

test('every command and every route says what it does, in a sentence', () => {
  for (const [name, { describes }] of described) expect(describes, name).toMatch(/^\p{Lu}.*\.$/u)
})

test('what is sent and what is answered can be described as JSON Schema', () => {
  for (const command of Object.values(commands)) {
    expect(schema(command.input, 'input')).toMatchObject({ type: 'object' })
    expect(schema(command.answer, 'output')).toBeTypeOf('object')
  }
  for (const [name, route] of Object.entries<RouteDeclaration>(routes)) {
    if (route.query) expect(schema(route.query, 'input'), name).toMatchObject({ type: 'object' })
    if (route.input && !isFile(route.input)) expect(schema(route.input, 'input'), name).toBeTypeOf('object')
    if (!isFile(route.answer)) expect(schema(route.answer, 'output'), name).toMatchObject({ type: 'object' })
    for (const code of errorsOf(route)) expect(errorStatus[code]).toBeGreaterThanOrEqual(400)
  }
})

test('the declarations, and zod with them, are in no browser: components take types alone from them', () => {
  const declarations = /^lib\/protocol\/(commands|fields|route|routes\/\w+)\.ts$/
  const runsInBrowsers = (file: string) => /^(components|lib\/protocol\/call)/.test(file)
  const found = readImports('.').filter(({ from, to }) => runsInBrowsers(from) && declarations.test(to))
  expect(found).toEqual([])
})

test('a call puts its parameters into the path, what is left into the query, and the input into the body', () => {
  expect(requestFor('DELETE /api/boards/[boardId]', { boardId: 'a/b' })).toEqual({
    path: '/api/boards/a%2Fb',
    init: { method: 'DELETE', headers: {} },
  })
  expect(requestFor('PATCH /api/boards/[boardId]', { boardId: 'b' }, { title: 'Tea' })).toEqual({
    path: '/api/boards/b',
    init: { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"title":"Tea"}' },
  })
  const file = new Blob(['{}'])
  expect(requestFor('POST /api/boards/import', { name: 'a & b.json', look: undefined }, file)).toEqual({
    path: '/api/boards/import?name=a+%26+b.json',
    init: { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file },
  })
})
