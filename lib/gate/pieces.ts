import * as Y from 'yjs'
import { type RootName, rootNames, rootOf } from '../board/schema.ts'
import { decodeUpdate } from './decode.ts'
import { encodeUpdate, sizeOf } from './encode.ts'
import { type Block, type Deletes, Struct } from './struct.ts'
import { demands } from './whole.ts'

/** One update that the gate can take by itself; `parts`: structs and deleted ranges, what a person's rate counts. */
export interface Piece {
  update: Uint8Array
  parts: number
}

/** Bounds on one piece; what cannot be cut may be larger. */
export interface PieceBounds {
  bytes: number
  structs: number
}

/** One's own work is read whole, however much it is. */
const unbounded = { bytes: Infinity, structs: Infinity, clients: Infinity, ranges: Infinity }

/**
 * Cuts what a document holds beyond a state vector into updates that the gate takes one after the other. Each struct
 * comes after all that it names, each new entity in one piece with what it cannot do without, and a link not before its
 * notes. Letters that somebody else's text lost go first, or it might be too long meanwhile; replaced values go last,
 * or a field might be empty meanwhile. All pieces together leave the document as the whole update would. Throws a Refusal
 * where the document holds what no board does.
 */
export function inPieces(doc: Y.Doc, known: Uint8Array, bounds: PieceBounds): Piece[] {
  const { blocks, deletes } = decodeUpdate(Y.encodeStateAsUpdate(doc, known), unbounded)
  const before = Y.decodeStateVector(known)
  const letters: Range[] = []
  const values: Range[] = []
  for (const range of knownDeletes(deletes, before)) split(doc, range, letters, values)
  const pieces: Piece[] = deletePieces(letters, bounds)
  for (const structs of packed(wholes(doc, blocks), bounds)) {
    const own: Range[] = []
    for (const { client, clock, length, content } of structs) {
      if (content !== 'string' && content !== 'any') continue
      const item = itemAt(doc, client, clock)
      if (item?.deleted) (content === 'string' ? own : values).push({ client, clock, length })
    }
    pieces.push({ update: encodeUpdate(byClient(structs), asDeletes(own)), parts: structs.length + own.length })
  }
  return [...pieces, ...deletePieces(values, bounds)]
}

interface Range {
  client: number
  clock: number
  length: number
}

function itemAt(doc: Y.Doc, client: number, clock: number): Y.Item | null {
  const structs = doc.store.clients.get(client)
  const item = structs?.[Y.findIndexSS(structs, clock)]
  return item instanceof Y.Item ? item : null
}

/** The entity that an item makes or is a field of, by its own item. */
function entityOf(item: Y.Item): { entity: Y.Item; made: boolean } | null {
  const holder = (item.parent as Y.AbstractType<unknown>)._item
  if (!holder) return { entity: item, made: true }
  return (holder.parent as Y.AbstractType<unknown>)._item ? null : { entity: holder, made: false }
}

/** Structs in an order in which they can be integrated, in the smallest groups that the gate takes. */
function* wholes(doc: Y.Doc, blocks: readonly Block[]): Generator<Struct[]> {
  const rootNameOf = new Map<unknown, RootName>(rootNames.map(name => [rootOf(doc, name), name]))
  const notes = newNotes(doc, blocks)
  const missing = new Map<Y.Item, Set<string>>()
  const waitingFor = new Map<string, Y.Item[]>()
  const placed = new Set<string>()
  const supply = (entity: Y.Item, what: string) => {
    const lacks = missing.get(entity)
    lacks?.delete(what)
    if (lacks?.size === 0) missing.delete(entity)
  }
  let group: Struct[] = []
  for (const struct of inOrder(blocks, notes, placed, doc)) {
    const item = struct.content === 'gc' ? null : itemAt(doc, struct.client, struct.clock)
    const place = item && entityOf(item)
    const key = item?.parentSub ?? null
    const root = rootNameOf.get(place?.entity.parent)
    const { texts = [], needed = [] } = (root && demands.get(root)) ?? {}
    let structs = [struct]
    if (item && place?.made && struct.content === 'map') {
      if (texts.length + needed.length > 0) missing.set(item, new Set([...texts, ...needed]))
      if (item.parent === rootOf(doc, 'notes') && key !== null) {
        placed.add(key)
        for (const link of waitingFor.get(key) ?? []) supply(link, noteNeed(key))
      }
    } else if (place && key !== null) {
      if (struct.content === 'deleted' && needed.includes(key))
        structs = filled(struct, key, valueNow(place.entity, key))
      for (const id of endsOf(structs.at(-1), key)) {
        if (!notes.has(id) || placed.has(id)) continue
        const lacks = missing.get(place.entity) ?? new Set()
        missing.set(place.entity, lacks.add(noteNeed(id)))
        waitingFor.set(id, [...(waitingFor.get(id) ?? []), place.entity])
      }
      supply(place.entity, key)
    }
    group.push(...structs)
    if (missing.size > 0) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

const noteNeed = (id: string) => `note ${id}`

/** Notes that the update makes, with their structs. */
function newNotes(doc: Y.Doc, blocks: readonly Block[]): Map<string, Struct> {
  const notes = rootOf(doc, 'notes')
  const found = new Map<string, Struct>()
  for (const { structs } of blocks)
    for (const struct of structs) {
      if (struct.content !== 'map') continue
      const item = itemAt(doc, struct.client, struct.clock)
      if (item?.parent === notes && item.parentSub !== null) found.set(item.parentSub, struct)
    }
  return found
}

/** The notes that a link's `ends` name. */
function endsOf(struct: Struct | undefined, key: string | null): string[] {
  const value = key === 'ends' && struct?.content === 'any' ? struct.values.at(-1) : null
  return Array.isArray(value) ? value.filter(id => typeof id === 'string') : []
}

/**
 * An order over all clients in which each struct follows what it names, and links follow notes of other clients. What
 * no order can do right keeps its own client's order.
 */
function* inOrder(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, Struct>,
  placed: ReadonlySet<string>,
  doc: Y.Doc,
): Generator<Struct> {
  const cursors = blocks.map(block => ({ block, at: 0 }))
  const done = new Map(blocks.map(({ client, structs }) => [client, structs[0]?.clock ?? 0]))
  const isThere = (id: Struct['left'] | string) =>
    id === null || typeof id === 'string' || id.clock < (done.get(id.client) ?? Infinity)
  const named = (struct: Struct) => isThere(struct.left) && isThere(struct.right) && isThere(struct.parent)
  const linked = (struct: Struct) => {
    if (struct.content !== 'any') return true
    const ends = endsOf(struct, itemAt(doc, struct.client, struct.clock)?.parentSub ?? null)
    return ends.every(id => placed.has(id) || (notes.get(id)?.client ?? struct.client) === struct.client)
  }
  for (let strict = true, progress = true; progress || strict; ) {
    if (!progress) strict = false
    progress = false
    for (const cursor of cursors)
      for (;;) {
        const struct = cursor.block.structs[cursor.at]
        if (!struct || !named(struct) || (strict && !linked(struct))) break
        yield struct
        done.set(struct.client, struct.end)
        cursor.at += 1
        progress = true
        strict = true
      }
  }
}

const valueNow = (entity: Y.Item, key: string): unknown =>
  entity.content instanceof Y.ContentType ? (entity.content.type as Y.Map<unknown>).get(key) : undefined

/** A value that has been replaced since, and is not kept any more, of a field that is never empty: what replaced it stands in for it. */
function filled(struct: Struct, key: string, value: unknown): Struct[] {
  if (value === undefined) return [struct]
  const { client, clock, left, right, parent, length } = struct
  const none = { text: '', values: [], key, client }
  const last = { ...none, clock: clock + length - 1, length: 1, content: 'any' as const, values: [value] }
  if (length === 1) return [new Struct({ ...last, left, right, parent })]
  return [
    new Struct({ ...none, clock, length: length - 1, content: 'deleted', left, right, parent }),
    new Struct({ ...last, left: { client, clock: clock + length - 2 }, right, parent: null }),
  ]
}

function* packed(groups: Iterable<Struct[]>, bounds: PieceBounds): Generator<Struct[]> {
  let piece: Struct[] = []
  let bytes = 0
  for (const group of groups) {
    const more = group.reduce((sum, struct) => sum + sizeOf(struct), 0)
    if (piece.length > 0 && (bytes + more > bounds.bytes || piece.length + group.length > bounds.structs)) {
      yield piece
      piece = []
      bytes = 0
    }
    piece.push(...group)
    bytes += more
  }
  if (piece.length > 0) yield piece
}

function byClient(structs: readonly Struct[]): Block[] {
  const blocks = new Map<number, Struct[]>()
  for (const struct of structs) {
    const block = blocks.get(struct.client)
    if (block) block.push(struct)
    else blocks.set(struct.client, [struct])
  }
  return [...blocks].map(([client, all]) => ({ client, structs: all }))
}

/** Deleted ranges as far as they are of what the other side has. */
function* knownDeletes(deletes: readonly Deletes[], before: ReadonlyMap<number, number>): Generator<Range> {
  for (const { client, ranges } of deletes) {
    const end = before.get(client) ?? 0
    for (let i = 0; i < ranges.length; i += 2) {
      const clock = ranges[i] ?? 0
      const length = Math.min(ranges[i + 1] ?? 0, end - clock)
      if (length > 0) yield { client, clock, length }
    }
  }
}

/** Tells letters from values within one deleted range. */
function split(doc: Y.Doc, { client, clock, length }: Range, letters: Range[], values: Range[]): void {
  const structs = doc.store.clients.get(client) ?? []
  const end = clock + length
  for (let i = Y.findIndexSS(structs, clock), at = clock; at < end; i++) {
    const struct = structs[i]
    if (!struct) break
    const next = Math.min(end, struct.id.clock + struct.length)
    const kind = struct instanceof Y.Item && struct.parentSub === null ? letters : values
    const last = kind.at(-1)
    if (last?.client === client && last.clock + last.length === at) last.length += next - at
    else kind.push({ client, clock: at, length: next - at })
    at = next
  }
}

/** At most 8 bytes a clock and 8 a length. */
const rangeBytes = 16

function deletePieces(ranges: readonly Range[], bounds: PieceBounds): Piece[] {
  const each = Math.min(bounds.structs, Math.floor(bounds.bytes / rangeBytes))
  const pieces: Piece[] = []
  for (let from = 0; from < ranges.length; from += each) {
    const some = ranges.slice(from, from + each)
    pieces.push({ update: encodeUpdate([], asDeletes(some)), parts: some.length })
  }
  return pieces
}

function asDeletes(ranges: readonly Range[]): Deletes[] {
  const clients = new Map<number, number[]>()
  for (const { client, clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const list = clients.get(client)
    if (list) list.push(clock, length)
    else clients.set(client, [clock, length])
  }
  return [...clients].map(([client, all]) => ({ client, ranges: all }))
}
