import type { EqualIn } from './index.ts'

export const gate: EqualIn = {
  'allow.ts': [
    {
      line: "if (add === 'server') refuse",
      becomes: ['false', '""'],
      because: 'The resolver has refused entities of the server’s before; here the compiler learns of it.',
    },
    {
      line: "const kinds = entity.values.get('kind')?.written ?? []",
      becomes: ['["Stryker was here"]'],
      because: 'Notes always say a kind; of what has no kinds the policy reads none.',
    },
    {
      line: "const places = entity.values.get('place')?.written ?? []",
      becomes: ['["Stryker was here"]'],
      because: 'It is not the inbox, as no place is not.',
    },
    {
      line: "if (field?.type === 'value' && field.own",
      becomes: ['true'],
      because: 'No text field has a right of its own.',
    },
    {
      line: "if (field?.type === 'value' && field.own",
      becomes: ['field.type'],
      because: 'Values are written only to fields that there are.',
    },
    {
      line: "const ability = fieldOf(entity.root, key)?.ability ?? 'server'",
      becomes: ['fieldOf(entity.root, key).ability', '""'],
      because: 'Fields that there are not were refused where they were found.',
    },
    {
      line: "return ability === 'server' ? refuse(",
      becomes: ['false', '""'],
      because: 'The server’s fields were refused where they were found; here the compiler learns of it.',
    },
  ],
  'decode.ts': [
    {
      line: "let content: Content = 'gc'",
      becomes: ['""'],
      because: 'Every kind of part that is taken says its content.',
    },
    { line: "let text = ''", becomes: ['"Stryker was here!"'], because: 'Only strings have a text, and they say it.' },
    { line: 'default:', becomes: ['default:'], because: 'Other kinds of content were refused before.' },
  ],
  'deletes.ts': [
    {
      line: 'const end = view.blocks.get(client)?.structs.at(-1)?.end',
      becomes: ['view.blocks.get(client)?.structs.at(-1).end'],
      because: 'A block has at least one part.',
    },
    {
      line: 'for (let i = 0; i < ranges.length; i += 2)',
      becomes: ['i <= ranges.length'],
      because: 'Behind the last range comes one from nothing to nothing.',
    },
    {
      line: 'if (to > known) deleteFresh',
      becomes: ['true', 'to >= known'],
      because: 'From what is known on to what is known there is nothing.',
    },
    {
      line: 'for (let i = Y.findIndexSS(structs, from); i < structs.length; i++)',
      becomes: ['i <= structs.length'],
      because: 'Behind the last part the loop breaks by itself.',
    },
    {
      line: 'if (!struct) break',
      becomes: ['false'],
      because: 'Every unit up to the end of a block has its part; here the compiler learns of it.',
    },
    {
      line: 'if (struct.location) take(',
      becomes: ['true'],
      because: 'Every part has been given its place; in a text only strings are left to delete.',
    },
    { line: "case 'gone':", becomes: ['""'], because: 'Nothing is done there.' },
    { line: 'const field = key === null ? undefined : fieldOf', becomes: ['false'], because: 'No field has no name.' },
    {
      line: "if (key === null || !field) refuse('schema.field', path)",
      becomes: ['false'],
      because: 'Nothing gets into an entity but fields that it has.',
    },
    {
      line: "if (field.ability === 'server') refuse('schema.server', path)",
      becomes: ['false', '""'],
      because: 'It is refused again, by the same rule, where the policy is asked.',
    },
    {
      line: 'if (isString) location.text.deleted += length',
      becomes: ['true'],
      because: 'In a text only strings are left to delete.',
    },
    {
      line: 'const structs = view.doc.store.clients.get(client) ?? []',
      becomes: ['["Stryker was here"]'],
      because: 'A client of whom something is known has its parts.',
    },
  ],
  'encode.ts': [
    {
      line: 'writeVarUint(encoder, structs[0]?.clock ?? 0)',
      becomes: ['structs[0].clock'],
      because: 'Blocks without parts are left out before.',
    },
    {
      line: 'else if (parent) writeId(encoder, parent)',
      becomes: ['true'],
      because: 'A part without neighbours has a parent.',
    },
    {
      line: "else if (content === 'map') encoding.writeVarUint(encoder, 1)",
      becomes: ['false', '""'],
      because: 'A map is written as one value that takes no bytes: the same 1.',
    },
  ],
  'gate.ts': [
    {
      line: "requireAbility('board.write', ctx, '')",
      becomes: ['"Stryker was here!"'],
      because: 'Where: nowhere in particular.',
    },
    {
      line: 'for (const entity of view.entities.slice())',
      becomes: ['view.entities'],
      because: 'Entities that are looked up meanwhile are not touched: nothing is asked of them.',
    },
  ],
  'lay-out.ts': [
    {
      line: 'if (!unit) break',
      becomes: ['false'],
      because: 'The loop ends before the last unit does; here the compiler learns of it.',
    },
    {
      line: 'if (unit.client < struct.client)',
      becomes: ['unit.client <= struct.client'],
      because: 'What one client writes in one place at once it writes after its own.',
    },
    {
      line: 'budget.spend(found < 0 ? units.length : found >> 3)',
      becomes: ['false'],
      because: 'What a part was written between is in the list.',
    },
  ],
  'neighbours.ts': [
    {
      line: 'const units = layOutStructs(budget, type?._start ?? null, added)',
      becomes: ['type._start'],
      because: 'A text that the update makes is empty before.',
    },
    {
      line: 'if (from < 0 || to <= from) return false',
      becomes: ['false'],
      because: 'The left neighbour is in the text.',
    },
    {
      line: '|| !(to instanceof Y.Item) || from === to ||',
      becomes: ['false', '(!(from instanceof Y.Item) || !(to instanceof Y.Item)) && from === to'],
      because:
        'In a text there are only items; from one item to itself the walk to the right finds no end, and says no.',
    },
    {
      line: '|| !(to instanceof Y.Item) || from === to ||',
      becomes: ['!(from instanceof Y.Item) && !(to instanceof Y.Item)'],
      because: 'In a text there are only items; here the compiler learns of it.',
    },
  ],
  'reader.ts': [
    {
      line: "if (length > this.left) refuse('decode.truncated')",
      becomes: ['length >= this.left'],
      because: 'Behind a string or a number something always follows, so that what ends with it is cut off.',
    },
    {
      line: 'if (length <= 12) {',
      becomes: ['true', 'false', 'length < 12', 'length > 12', '{}'],
      because: 'A short cut: the decoder reads the same.',
    },
    {
      line: 'if (byte > 127) return this.#decode(start)',
      becomes: ['true', 'byte >= 127'],
      because: 'A short cut: the decoder reads the same.',
    },
  ],
  'resolve.ts': [
    {
      line: 'view.doc.store.clients.get(client)?.length ?? 0',
      becomes: ['view.doc.store.clients.get(client).length'],
      because: 'A part that is cut is on the server, and so is its client.',
    },
    {
      line: 'if (!one) return alien',
      becomes: ['false'],
      because: 'There is a left or a right neighbour here; the compiler learns of it.',
    },
    {
      line: 'if (parent === null) return alien',
      becomes: ['false'],
      because: 'A part without neighbours has a parent; the compiler learns of it.',
    },
  ],
  'structure.ts': [
    { line: 'blocks.push({ client, structs: first === 0', becomes: ['false'], because: 'A copy of all is all.' },
    {
      line: "id !== null && typeof id !== 'string' && id.clock >= view.state",
      becomes: ['true', '""'],
      because: 'A name has no clock, and nothing is at or beyond the state without one.',
    },
  ],
  'text-order.ts': [
    {
      line: 'const name = (id: Id | null): string',
      becomes: ['"Stryker was here!"'],
      because: 'A name that no unit has, as the empty one is none.',
    },
    {
      line: '(struct?.left ?? null)',
      becomes: ['struct.left'],
      because: 'What is not on the server is in the update: the order of the parts has seen to it.',
    },
  ],
  'view.ts': [
    {
      line: 'if (!struct) return null',
      becomes: ['false'],
      because: 'Between low and high there is a part; here the compiler learns of it.',
    },
    {
      line: 'const item = this.doc.share.get(root)?._map.get(id)',
      becomes: ['this.doc.share.get(root)._map'],
      because: 'Every board’s document has its roots.',
    },
    {
      line: 'if (found !== null && found.client === id.client',
      becomes: ['false', 'id.clock > found.clock'],
      because: 'A short cut: searched for, the part is the same.',
    },
    {
      line: 'const structs = this.doc.store.clients.get(id.client) ?? []',
      becomes: ['["Stryker was here"]'],
      because: 'A client of whom something is known has its parts.',
    },
    {
      line: 'if (key === null) return alien',
      becomes: ['false'],
      because: 'No root and no entity has an entry or a field without a name, so it is alien all the same.',
    },
    {
      line: "if (outer.at === 'root' && type instanceof Y.Map)",
      becomes: ['true'],
      because: 'Elsewhere there is no root in which an entity is found, and a map in a text or an entity is alien.',
    },
  ],
  'whole.ts': [
    {
      line: 'const { texts = [], needed = [] } = demands.get(entity.root) ?? {}',
      becomes: ['["Stryker was here"]'],
      because: 'Every root has its demands.',
    },
    { line: "if (entity.root === 'links')", becomes: ['true'], because: 'Only links have ends.' },
    {
      line: 'if (touch.taken.length === 0) return false',
      becomes: ['false'],
      because: 'A short cut: of nothing, every one is followed.',
    },
    {
      line: 'const followed = new Set(',
      becomes: ['() => undefined', 'true', 'false', '``'],
      because: 'A short cut: laid out, the newest is found as well.',
    },
    {
      line: 'if (touch.taken.every(unit => followed.has(unit))) return false',
      becomes: ['false', '() => undefined'],
      because: 'A short cut: laid out, the newest is found as well.',
    },
  ],
}
