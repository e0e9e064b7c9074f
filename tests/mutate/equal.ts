/**
 * Changes that no test can notice, because the code does the same with them: each with the reason. One that a test
 * notices after all, or whose code is gone, is to be taken off the list; the command says so.
 */
export interface Equal {
  file: string
  /** What stands in the line that is changed. */
  line: string
  /** What the changed part becomes. */
  becomes: string
  because: string
}

export const equal: readonly Equal[] = [
  {
    file: 'lib/access/policy.ts',
    line: "({ describes, allows, scope: 'board' })",
    becomes: '""',
    because: 'Only “workspace” is asked for; whatever else it says is the board.',
  },
  {
    file: 'lib/access/policy.ts',
    line: 'const wholeBoard: EntityFacts',
    becomes: '{}',
    because: 'What is not said to be one’s own, or locked, is neither.',
  },
  {
    file: 'lib/gate/allow.ts',
    line: "if (add === 'server') refuse",
    becomes: 'false',
    because: 'The resolver has refused entities of the server’s before; here the compiler learns of it.',
  },
  {
    file: 'lib/gate/decode.ts',
    line: "let content: Content = 'gc'",
    becomes: '""',
    because: 'Every kind of part that is taken says its content.',
  },
  {
    file: 'lib/gate/decode.ts',
    line: "let text = ''",
    becomes: '"Stryker was here!"',
    because: 'Only strings have a text, and they say it.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'const end = view.blocks.get(client)?.structs.at(-1)?.end',
    becomes: 'view.blocks.get(client)?.structs.at(-1).end',
    because: 'A block has at least one part.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'for (let i = 0; i < ranges.length; i += 2)',
    becomes: 'i <= ranges.length',
    because: 'Behind the last range comes one from nothing to nothing.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'if (to > known) deleteFresh',
    becomes: 'true',
    because: 'From what is known on to what is known there is nothing.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'if (to > known) deleteFresh',
    becomes: 'to >= known',
    because: 'From what is known on to what is known there is nothing.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'for (let i = Y.findIndexSS(structs, from); i < structs.length; i++)',
    becomes: 'i <= structs.length',
    because: 'Behind the last part the loop breaks by itself.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'if (!struct) break',
    becomes: 'false',
    because: 'Every unit up to the end of a block has its part; here the compiler learns of it.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'if (struct.location) take(',
    becomes: 'true',
    because: 'Every part has been given its place; in a text only strings are left to delete.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: "case 'gone':",
    becomes: '""',
    because: 'Nothing is done there.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'const field = key === null ? undefined : fieldOf',
    becomes: 'false',
    because: 'No field has no name.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: "if (key === null || !field) refuse('schema.field', path)",
    becomes: 'false',
    because: 'Nothing gets into an entity but fields that it has.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: "if (field.ability === 'server') refuse('schema.server', path)",
    becomes: 'false',
    because: 'It is refused again, by the same rule, where the policy is asked.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: "if (field.ability === 'server') refuse('schema.server', path)",
    becomes: '""',
    because: 'It is refused again, by the same rule, where the policy is asked.',
  },
  {
    file: 'lib/gate/deletes.ts',
    line: 'if (isString) location.text.deleted += length',
    becomes: 'true',
    because: 'In a text only strings are left to delete.',
  },
  {
    file: 'lib/gate/encode.ts',
    line: 'writeVarUint(encoder, structs[0]?.clock ?? 0)',
    becomes: 'structs[0].clock',
    because: 'Blocks without parts are left out before.',
  },
  {
    file: 'lib/gate/gate.ts',
    line: "requireAbility('board.write', ctx, '')",
    becomes: '"Stryker was here!"',
    because: 'Where: nowhere in particular.',
  },
  {
    file: 'lib/gate/gate.ts',
    line: 'for (const entity of view.entities.slice())',
    becomes: 'view.entities',
    because: 'Entities that are looked up meanwhile are not touched: nothing is asked of them.',
  },
  {
    file: 'lib/gate/lay-out.ts',
    line: 'if (!unit) break',
    becomes: 'false',
    because: 'The loop ends before the last unit does; here the compiler learns of it.',
  },
  {
    file: 'lib/gate/lay-out.ts',
    line: 'if (unit.client < struct.client)',
    becomes: 'unit.client <= struct.client',
    because: 'What one client writes in one place at once it writes after its own.',
  },
  {
    file: 'lib/gate/neighbours.ts',
    line: 'const units = layOutStructs(budget, type?._start ?? null, added)',
    becomes: 'type._start',
    because: 'A text that the update makes is empty before.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: "if (length > this.left) refuse('decode.truncated')",
    becomes: 'length >= this.left',
    because: 'Behind a string or a number something always follows, so that what ends with it is cut off.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (length <= 12) {',
    becomes: 'true',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (length <= 12) {',
    becomes: 'false',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (length <= 12) {',
    becomes: 'length < 12',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (length <= 12) {',
    becomes: 'length > 12',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (length <= 12) {',
    becomes: '{}',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (byte > 127) return this.#decode(start)',
    becomes: 'true',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/reader.ts',
    line: 'if (byte > 127) return this.#decode(start)',
    becomes: 'byte >= 127',
    because: 'A short cut: the decoder reads the same.',
  },
  {
    file: 'lib/gate/resolve.ts',
    line: 'view.doc.store.clients.get(client)?.length ?? 0',
    becomes: 'view.doc.store.clients.get(client).length',
    because: 'A part that is cut is on the server, and so is its client.',
  },
  {
    file: 'lib/gate/structure.ts',
    line: 'const done = new Map(cursors.map(',
    becomes: 'cursor.block.structs[0].clock',
    because: 'Admitted blocks have at least one part.',
  },
  {
    file: 'lib/gate/structure.ts',
    line: 'blocks.push({ client, structs: first === 0',
    becomes: 'false',
    because: 'A copy of all is all.',
  },
  {
    file: 'lib/gate/text-order.ts',
    line: 'const name = (id: Id | null): string',
    becomes: '"Stryker was here!"',
    because: 'A name that no unit has, as the empty one is none.',
  },
  {
    file: 'lib/gate/view.ts',
    line: 'if (!struct) return null',
    becomes: 'false',
    because: 'Between low and high there is a part; here the compiler learns of it.',
  },
  {
    file: 'lib/gate/view.ts',
    line: 'const item = this.doc.share.get(root)?._map.get(id)',
    becomes: 'this.doc.share.get(root)._map',
    because: 'Every board’s document has its roots.',
  },
  {
    file: 'lib/gate/view.ts',
    line: 'this.#locations.set(type, location)',
    becomes: ';',
    because: 'A short cut: looked for anew, the place is the same.',
  },
  {
    file: 'lib/gate/view.ts',
    line: 'if (found !== null && found.client === id.client',
    becomes: 'false',
    because: 'A short cut: searched for, the part is the same.',
  },
  {
    file: 'lib/gate/view.ts',
    line: 'if (found !== null && found.client === id.client',
    becomes: 'id.clock > found.clock',
    because: 'A short cut: searched for, the part is the same.',
  },
]
