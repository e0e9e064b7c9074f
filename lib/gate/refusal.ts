import type { Ability } from '../access/policy.ts'

/** Why an update can be refused, with the sentence for the person. Policy rows have their own sentences. */
export const rules = {
  'size.bytes': 'That was too much for one change.',
  'size.structs': 'That was too much for one change; make it in smaller steps.',
  'size.board': 'This board is as large as a board can be; take something away, or go on with a new one.',
  'size.work': 'That change is too tangled to be merged; make it in smaller steps.',
  'decode.truncated': 'A change arrived damaged.',
  'decode.trailing': 'A change arrived with something behind it that does not belong to it.',
  'decode.number': 'A change holds a number that no board holds.',
  'decode.content': 'A change holds a kind of content that boards do not have.',
  'decode.text': 'A change holds text that is not valid UTF-8.',
  'decode.empty': 'A change holds empty parts.',
  'decode.depth': 'A change holds a value that is nested too deeply.',
  'decode.key': 'A change uses a name that is not allowed.',
  'decode.repeated': 'A change holds the same part twice.',
  'decode.unsorted': 'A change lists what it deletes in the wrong order.',
  'lease.other': 'This change was written under somebody else’s name.',
  'lease.server': 'This change was written under a name that belongs to the server.',
  'lease.many': 'Too many new writers came from one connection.',
  'structure.gap': 'A change arrived before the ones it follows.',
  'structure.overlap': 'A change arrived twice, in different pieces.',
  'structure.unknown': 'A change builds on something that is not here yet.',
  'structure.future': 'A change deletes something that is not written yet.',
  'structure.forward': 'A change builds on itself.',
  'structure.parent': 'A change hangs on something that cannot hold it.',
  'structure.neighbours': 'A change stands between two things that were never side by side.',
  'structure.list': 'A change puts a list where the board has named fields.',
  'schema.root': 'A change writes to a part that boards do not have.',
  'schema.id': 'A change uses an id that is not allowed.',
  'schema.entity': 'A change adds something that is not a whole note, link or other thing of a board.',
  'schema.replace': 'What is on the board cannot be replaced or removed for good, only deleted.',
  'schema.field': 'A change writes a field that does not exist.',
  'schema.value': 'A change holds a value that its field does not accept.',
  'schema.text': 'A text belongs to its note from the start and cannot be replaced.',
  'schema.long': 'This text would become too long.',
  'schema.needed': 'A change leaves out, or takes away, what a note, link or view cannot do without.',
  'schema.ends': 'A link needs two different notes that are on the board.',
  'schema.server': 'Only the server writes this.',
} as const

export type RuleName = keyof typeof rules | `policy.${Ability}`

/**
 * Rules that an honest client breaks when two of its messages cross, or two tabs of one browser share their work: the
 * update is not applied, and the server requests everything from that client (sync step 1) instead of refusing.
 */
const crossingRules: ReadonlySet<RuleName> = new Set<RuleName>([
  'structure.gap',
  'structure.overlap',
  'structure.unknown',
  'structure.future',
  'schema.ends',
])

/** Thrown inside the gate only; checkUpdate returns it. */
export class GateRefusal extends Error {
  readonly rule: RuleName
  readonly path: string
  constructor(rule: RuleName, path: string, message: string) {
    super(message)
    this.rule = rule
    this.path = path
  }
  get resync(): boolean {
    return crossingRules.has(this.rule)
  }
}

export function refuse(rule: keyof typeof rules, path = ''): never {
  throw new GateRefusal(rule, path, rules[rule])
}
