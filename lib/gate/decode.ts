import { gateLimits } from './limits.ts'
import { ByteReader } from './reader.ts'
import { refuse } from './refusal.ts'
import { type Block, type Content, type DecodedUpdate, type Deletes, type Id, Struct } from './struct.ts'

/**
 * Decodes a Yjs update, format V1 (yjs 13.6 src/utils/encoding.js, src/structs), into plain structs, within bounds and
 * without touching a document. Structs hold garbage, deletions, text, JSON values, maps and texts, and nothing else.
 *
 *   update  = count block* count deletes*
 *   block   = count client clock struct*            structs of one client, without gaps
 *   struct  = info [left] [right] [parent [key]] content
 *   deletes = client count (clock length)*
 */
export function decodeUpdate(bytes: Uint8Array, bounds: Bounds = gateLimits): DecodedUpdate {
  if (bytes.length > bounds.bytes) refuse('size.bytes')
  const reader = new ByteReader(bytes)
  const update = { blocks: readBlocks(reader, bounds), deletes: readDeletes(reader, bounds) }
  if (reader.left > 0) refuse('decode.trailing')
  return update
}

type Bounds = Readonly<Record<'bytes' | 'structs' | 'clients' | 'ranges', number>>

function readBlocks(reader: ByteReader, bounds: Bounds): Block[] {
  const blocks: Block[] = []
  const seen = new Set<number>()
  let total = 0
  for (let left = reader.count(bounds.clients, 3); left > 0; left--) {
    const count = reader.count(bounds.structs - total, 2)
    const client = readClient(reader)
    if (count === 0) refuse('decode.empty')
    if (seen.has(client)) refuse('decode.repeated')
    seen.add(client)
    total += count
    let clock = reader.uintUpTo(gateLimits.clock)
    const structs: Struct[] = []
    for (let i = 0; i < count; i++) {
      const struct = readStruct(reader, client, clock)
      structs.push(struct)
      clock = struct.end
    }
    if (clock > gateLimits.clock) refuse('decode.number')
    blocks.push({ client, structs })
  }
  return blocks
}

const readClient = (reader: ByteReader): number => reader.uintUpTo(gateLimits.client)
const readId = (reader: ByteReader): Id => ({ client: readClient(reader), clock: reader.uintUpTo(gateLimits.clock) })

function readLength(reader: ByteReader): number {
  const length = reader.uintUpTo(gateLimits.length)
  return length > 0 ? length : refuse('decode.empty')
}

const hasLeft = 128
const hasRight = 64
const hasKey = 32

function readStruct(reader: ByteReader, client: number, clock: number): Struct {
  const info = reader.byte()
  const ref = info & 31
  if (!refs.has(ref) || (ref === 0 && info !== 0)) refuse('decode.content')
  const left = info & hasLeft ? readId(reader) : null
  const right = info & hasRight ? readId(reader) : null
  let parent: Id | string | null = null
  let key: string | null = null
  if (ref !== 0 && left === null && right === null) {
    const isRoot = reader.uintUpTo(1) === 1
    parent = isRoot ? reader.key() : readId(reader)
    if (info & hasKey) key = reader.key()
  }
  let content: Content = 'gc'
  let length = 1
  let text = ''
  let values: unknown[] = noValues
  switch (ref) {
    case 0:
    case 1:
      content = ref === 0 ? 'gc' : 'deleted'
      length = readLength(reader)
      break
    case 4:
      content = 'string'
      text = reader.string()
      length = text.length
      if (length === 0) refuse('decode.empty')
      if (length > gateLimits.length) refuse('decode.number')
      break
    case 7: {
      const type = reader.uint()
      content = type === 1 ? 'map' : type === 2 ? 'text' : refuse('decode.content')
      break
    }
    case 8:
      content = 'any'
      length = reader.count(gateLimits.structs, 1)
      if (length === 0) refuse('decode.empty')
      values = []
      for (let i = 0; i < length; i++) values.push(reader.any())
      break
    default:
      refuse('decode.content')
  }
  return new Struct({ client, clock, length, content, left, right, parent, key, text, values })
}

const noValues: unknown[] = []
/** Garbage, deletions, text, types, JSON values. */
const refs: ReadonlySet<number> = new Set([0, 1, 4, 7, 8])

function readDeletes(reader: ByteReader, bounds: Bounds): Deletes[] {
  const deletes: Deletes[] = []
  const seen = new Set<number>()
  let total = 0
  for (let left = reader.count(bounds.ranges, 4); left > 0; left--) {
    const client = readClient(reader)
    if (seen.has(client)) refuse('decode.repeated')
    seen.add(client)
    const count = reader.count(bounds.ranges - total, 2)
    if (count === 0) refuse('decode.empty')
    total += count
    const ranges: number[] = []
    let end = 0
    for (let i = 0; i < count; i++) {
      const clock = reader.uintUpTo(gateLimits.clock)
      const length = reader.uintUpTo(gateLimits.clock)
      if (clock < end) refuse('decode.unsorted')
      if (length === 0) refuse('decode.empty')
      end = clock + length
      if (end > gateLimits.clock) refuse('decode.number')
      ranges.push(clock, length)
    }
    deletes.push({ client, ranges })
  }
  return deletes
}
