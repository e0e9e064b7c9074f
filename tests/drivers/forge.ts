import * as encoding from 'lib0/encoding'
import type { Id } from '#lib/gate/struct.ts'

/** Writes Yjs updates (format V1) part by part: also such as no Yjs would ever write. */

/** The claimed position of a struct: behind or before another, or in a parent under a key. */
export interface At {
  left?: Id
  right?: Id
  /** A root's name, or the struct that made a type. */
  parent?: Id | string
  key?: string
}
export type Part = (encoder: encoding.Encoder) => void
export interface ForgedBlock {
  client: number
  clock: number
  parts: readonly Part[]
}
export interface ForgedDeletes {
  client: number
  /** Clock and length of each range, as given. */
  ranges: readonly (readonly [number, number])[]
}

export function bytesOf(...parts: readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) part(encoder)
  return encoding.toUint8Array(encoder)
}

export const uint =
  (value: number): Part =>
  encoder =>
    encoding.writeVarUint(encoder, value)
export const raw =
  (...bytes: readonly number[]): Part =>
  encoder =>
    encoding.writeUint8Array(encoder, Uint8Array.from(bytes))
const string =
  (value: string): Part =>
  encoder =>
    encoding.writeVarString(encoder, value)

export function forge(blocks: readonly ForgedBlock[], deletes: readonly ForgedDeletes[] = []): Uint8Array {
  return bytesOf(
    uint(blocks.length),
    ...blocks.flatMap(({ client, clock, parts }) => [uint(parts.length), uint(client), uint(clock), ...parts]),
    uint(deletes.length),
    ...deletes.flatMap(({ client, ranges }) => [uint(client), uint(ranges.length), ...ranges.flat().map(uint)]),
  )
}

const writeId = (encoder: encoding.Encoder, id: Id) => {
  encoding.writeVarUint(encoder, id.client)
  encoding.writeVarUint(encoder, id.clock)
}

/** A struct of any content number. */
export const struct =
  (ref: number, at: At, ...content: readonly Part[]): Part =>
  encoder => {
    const { left, right, parent, key } = at
    encoding.writeUint8(encoder, ref | (left ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32))
    if (left) writeId(encoder, left)
    if (right) writeId(encoder, right)
    if (!left && !right && parent !== undefined) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else writeId(encoder, parent)
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
    for (const part of content) part(encoder)
  }

export const gc = (length: number): Part => bytesPart(raw(0), uint(length))
export const skip = (length: number): Part => bytesPart(raw(10), uint(length))
export const deleted = (at: At, length = 1): Part => struct(1, at, uint(length))
export const json = (at: At, value: unknown): Part => struct(2, at, uint(1), string(JSON.stringify(value)))
export const binary = (at: At): Part => struct(3, at, uint(3), raw(1, 2, 3))
export const str = (at: At, text: string): Part => struct(4, at, string(text))
export const embed = (at: At, value: unknown): Part => struct(5, at, string(JSON.stringify(value)))
export const format = (at: At, key: string, value: unknown): Part =>
  struct(6, at, string(key), string(JSON.stringify(value)))
/** 0 array, 1 map, 2 text, 3 XML element, 4 XML fragment, 5 XML hook, 6 XML text. */
export const type = (at: At, number: number): Part =>
  struct(7, at, uint(number), ...(number === 3 || number === 5 ? [string('script')] : []))
export const map = (at: At): Part => type(at, 1)
export const text = (at: At): Part => type(at, 2)
export const any = (at: At, ...values: readonly unknown[]): Part =>
  struct(8, at, uint(values.length), encoder => {
    for (const value of values) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
  })
/** A value as raw bytes. */
export const anyRaw = (at: At, bytes: readonly number[]): Part =>
  struct(8, at, uint(1), encoder => encoding.writeUint8Array(encoder, Uint8Array.from(bytes)))
export const subdocument = (at: At): Part =>
  struct(9, at, string('guid'), encoder => encoding.writeAny(encoder, { autoLoad: true }))

const bytesPart =
  (...parts: readonly Part[]): Part =>
  encoder => {
    for (const part of parts) part(encoder)
  }
