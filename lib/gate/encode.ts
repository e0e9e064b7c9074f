import * as encoding from 'lib0/encoding'
import type { Deletes, Id, Struct } from './struct.ts'

/** Writes structs and deletions as a Yjs update, format V1, in the order in which Yjs itself writes: highest client first. */
export function encodeUpdate(blocks: Iterable<{ client: number; structs: readonly Struct[] }>, deletes: Deletes[]) {
  const encoder = encoding.createEncoder()
  const sorted = [...blocks].filter(block => block.structs.length > 0).sort(byClient)
  encoding.writeVarUint(encoder, sorted.length)
  for (const { client, structs } of sorted) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, structs[0]?.clock ?? 0)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const { client, ranges } of [...deletes].sort(byClient)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length / 2)
    for (const number of ranges) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

/** Bytes that a struct takes in an update. */
export function sizeOf(struct: Struct): number {
  const encoder = encoding.createEncoder()
  writeStruct(encoder, struct)
  return encoding.length(encoder)
}

const byClient = (a: { client: number }, b: { client: number }) => b.client - a.client
const refs = { gc: 0, deleted: 1, string: 4, map: 7, text: 7, any: 8 } as const

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  const { left, right, parent, key, content } = struct
  if (content === 'gc') {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, struct.length)
    return
  }
  encoding.writeUint8(encoder, refs[content] | (left ? 128 : 0) | (right ? 64 : 0) | (key === null ? 0 : 32))
  if (left) writeId(encoder, left)
  if (right) writeId(encoder, right)
  if (!left && !right) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else if (parent) writeId(encoder, parent)
    if (key !== null) encoding.writeVarString(encoder, key)
  }
  if (content === 'string') encoding.writeVarString(encoder, struct.text)
  else if (content === 'map') encoding.writeVarUint(encoder, 1)
  else if (content === 'text') encoding.writeVarUint(encoder, 2)
  else {
    encoding.writeVarUint(encoder, struct.length)
    for (const value of struct.values) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
  }
}

function writeId(encoder: encoding.Encoder, id: Id): void {
  encoding.writeVarUint(encoder, id.client)
  encoding.writeVarUint(encoder, id.clock)
}
