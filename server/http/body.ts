import type { z } from 'zod'
import { shorten } from '#lib/text/cut.ts'
import { AppError, badRequest } from '#server/base/errors.ts'

/** Bytes of one JSON body. */
export const largestBody = 128 * 1024

/** Reads and checks a JSON body; throws AppError with one sentence that says what is wrong. */
export async function readBody<T extends z.ZodType>(request: Request, input: T): Promise<z.infer<T>> {
  const type = request.headers.get('content-type') ?? ''
  const text = await readText(request)
  if (text !== '' && !/^application\/json\b/i.test(type))
    throw new AppError('unsupported-media', 'Send JSON, with content-type: application/json.')
  return check(input, parse(text))
}

/**
 * Returns the bytes of a file that is the whole body; throws AppError when there are more than `most`. `count` is told
 * of all bytes as they come, and may refuse them.
 */
export async function readBytes(request: Request, most: number, count: (bytes: number) => void): Promise<Uint8Array> {
  const refuse = () =>
    new AppError('too-large', `This file is too large: up to ${Math.floor(most / 1024 / 1024)} MB can be imported.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refuse()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw refuse()
    count(chunk.byteLength)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Returns the value if the schema accepts it; throws badRequest with a sentence about the first problem. */
export function check<T extends z.ZodType>(input: T, value: unknown): z.infer<T> {
  const result = input.safeParse(value)
  if (result.success) return result.data
  throw badRequest(sentence(result.error))
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw badRequest('The body is not valid JSON.')
  }
}

const tooLarge = () =>
  new AppError('too-large', `That is too much at once: at most ${largestBody / 1024} kB are accepted.`)

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > largestBody) throw tooLarge()
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw badRequest('The body is not valid UTF-8.')
    throw error
  }
}

/** Messages of our own schemas are sentences already; zod's own follow the name of the field. */
function sentence(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'The request is not understood.'
  if (issue.code === 'unrecognized_keys') return `“${shorten(issue.keys[0] ?? '', 60)}” is not known here.`
  if (/^[A-Z“].*\.$/.test(issue.message)) return issue.message
  const field = issue.path.join('.')
  return field ? `“${field}”: ${issue.message}.` : `${issue.message}.`
}
