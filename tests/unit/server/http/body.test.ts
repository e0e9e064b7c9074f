import { expect, test } from 'vitest'
import { z } from 'zod'
import { line, personName } from '#lib/protocol/fields.ts'
import { largestBody, readBody } from '#server/http/body.ts'

const input = z.strictObject({ name: personName, count: z.number().optional() })
const send = (body: string | ReadableStream | Uint8Array, type = 'application/json') =>
  readBody(
    new Request('http://localhost/', {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'content-type': type },
      ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
    }),
    input,
  )

test('a name is trimmed to one clean line', async () => {
  expect(await send(JSON.stringify({ name: '  Nguyễn \n Thị\u202E  Minh-Khai ' }))).toEqual({
    name: 'Nguyễn Thị Minh-Khai',
  })
})

test.each([
  ['a name of 500 characters', { name: 'x'.repeat(500) }, 'The name is too long: at most 120 characters.'],
  ['a name of nothing but spaces', { name: ' \u200B ' }, 'The name is empty.'],
  ['no name', {}, 'The name is missing.'],
  ['a field nobody knows', { name: 'A', admin: true }, '“admin” is not known here.'],
  ['a value of another type', { name: 'A', count: 'many' }, '“count”: '],
])('%s is refused in a sentence', async (_what, body, sentence) => {
  await expect(send(JSON.stringify(body))).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining(sentence),
  })
})

test('a body that is not JSON, not UTF-8 or called something else is refused', async () => {
  await expect(send('{"name":')).rejects.toMatchObject({ status: 400, message: 'The body is not valid JSON.' })
  await expect(send(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toMatchObject({ status: 400 })
  await expect(send('{"name":"A"}', 'text/plain')).rejects.toMatchObject({ status: 415 })
})

test('a body that is too large is refused, whether it says its length or not', async () => {
  const much = 'x'.repeat(largestBody + 1)
  await expect(send(much)).rejects.toMatchObject({ status: 413 })
  await expect(send(new Blob([much]).stream())).rejects.toMatchObject({ status: 413 })
})

test('a line may be as long as it may be', () => {
  expect(line('A tag', { max: 40 }).parse('x'.repeat(40))).toHaveLength(40)
})
