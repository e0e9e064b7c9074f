import type * as Y from 'yjs'
import { rootNames, schema } from '#lib/board/schema.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { encodeUpdate } from '#lib/gate/encode.ts'
import { type DecodedUpdate, type Id, Struct } from '#lib/gate/struct.ts'
import { type Chance, pickOne } from '#tests/drivers/random.ts'

/** Makes of an honest update another that may be anything: in its bytes, or in what its parts say. */
export function mutate(chance: Chance, update: Uint8Array, doc: Y.Doc, others: readonly Uint8Array[]): Uint8Array {
  let mutant = update
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    const parts = chance.next() < 0.8 ? decoded(mutant) : null
    if (!parts) {
      mutant = inBytes(chance, mutant, pickOne(chance, others))
      continue
    }
    inParts(chance, parts, doc, others)
    mutant = encodeUpdate(parts.blocks, parts.deletes)
  }
  return mutant
}

function decoded(update: Uint8Array): DecodedUpdate | null {
  try {
    return decodeUpdate(update)
  } catch {
    return null
  }
}

function inBytes(chance: Chance, update: Uint8Array, other: Uint8Array): Uint8Array {
  const at = chance.below(update.length + 1)
  const to = Math.min(update.length, at + 1 + chance.below(6))
  const from = chance.below(other.length)
  const changed = (byte: number) => Uint8Array.of(byte & 255)
  const byte = update[at] ?? 0
  const piece = pickOne(chance, [
    () => changed(byte ^ (1 << chance.below(8))),
    () => changed(byte + 1),
    () => changed(byte - 1),
    () => chance.bytes(1 + chance.below(4)),
    () => other.slice(from, from + 1 + chance.below(12)),
    () => new Uint8Array(),
    () => Buffer.concat([update.slice(at, to), update.slice(at, to)]),
  ])()
  const until = chance.next() < 0.7 ? Math.min(update.length, at + piece.length) : to
  return Buffer.concat([update.slice(0, at), piece, update.slice(until)])
}

/** Something on the board, or in the update, or just behind. */
function anyId(chance: Chance, doc: Y.Doc, update: DecodedUpdate): Id {
  const block = chance.pick(update.blocks)
  const inUpdate = block && chance.pick(block.structs)
  if (inUpdate && chance.next() < 0.4)
    return { client: inUpdate.client, clock: inUpdate.clock + chance.below(inUpdate.length + 1) }
  const client = chance.pick([...doc.store.clients.keys()]) ?? 0
  const items = doc.store.clients.get(client) ?? []
  const item = chance.pick(items)
  return { client, clock: item ? item.id.clock + chance.below(item.length + (chance.next() < 0.05 ? 9 : 0)) : 0 }
}

const keys = [...new Set(rootNames.flatMap(root => Object.keys(schema[root].fields)))]
const values: readonly unknown[] = [
  ...[true, false, null, 0, -1, 1e7, 'step', 'idea', 'pink', 'a0', 'parking', 'eliminate', '', 'x'.repeat(200)],
  ...[[1, 2], [1e9, 2], ['a', 'b'], [0, 0, 9, 9], [200, 100], {}, { kind: 'mot', state: 'confirmed' }, { vote: 99 }],
]

function inParts(chance: Chance, update: DecodedUpdate, doc: Y.Doc, others: readonly Uint8Array[]): void {
  const block = chance.pick(update.blocks)
  const index = block ? chance.below(block.structs.length) : 0
  const struct = block?.structs[index]
  const id = () => anyId(chance, doc, update)
  const change = (fields: Partial<Record<keyof Struct, unknown>>) => {
    if (block && struct) block.structs[index] = new Struct({ ...struct, ...fields } as Struct)
  }
  const ids = [...doc.store.clients.keys()]
  const entity = () => pickOne(chance, [...(doc.share.get(pickOne(chance, rootNames))?._map.keys() ?? []), 'new'])
  pickOne(chance, [
    () => change({ left: id() }),
    () => change({ right: id() }),
    () => change({ left: id(), right: id() }),
    () => change({ left: null, right: null, parent: id(), key: pickOne(chance, keys) }),
    () => change({ left: null, right: null, parent: pickOne(chance, rootNames), key: entity() }),
    () => change({ left: null, right: null, parent: id(), key: null }),
    () => change({ key: pickOne(chance, keys) }),
    () => change({ content: 'any', length: 1, values: [pickOne(chance, values)] }),
    () => change({ content: 'deleted', length: 1 + chance.below(5) }),
    () => change({ content: pickOne(chance, ['map', 'text', 'gc']), length: 1 }),
    () => change({ content: 'string', text: 'mutant', length: 6 }),
    () => block?.structs.splice(index, 1),
    () => struct && block?.structs.splice(chance.below(block.structs.length), 0, struct),
    () => block && update.blocks.push({ client: pickOne(chance, [...ids, 77]), structs: [...block.structs] }),
    () => update.blocks.reverse(),
    () => update.deletes.push({ client: id().client, ranges: [id().clock, 1 + chance.below(20)] }),
    () => update.deletes.splice(0),
    () => {
      const one = id()
      update.deletes = [{ client: one.client, ranges: [one.clock, 1 + chance.below(4)] }]
    },
    () => {
      const more = decoded(pickOne(chance, others))
      if (more) update.blocks.push(...more.blocks)
    },
    () => {
      const more = decoded(pickOne(chance, others))
      if (more) update.deletes.push(...more.deletes)
    },
  ])()
}
