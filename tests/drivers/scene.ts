import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type ActivityRights, activityRights, freeWork } from '#lib/access/rights.ts'
import { addEntity, type Fields } from '#lib/board/commands/writer.ts'
import { type RootName, rootOf, schema } from '#lib/board/schema.ts'
import { readStage, withStage } from '#lib/facilitation/stage.ts'
import type { Id } from '#lib/gate/struct.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import { type At, any, type ForgedDeletes, forge, map, type Part, str, text } from './forge.ts'

/** The people of the scene: a facilitator, an honest contributor, the attacker, and two who may only watch. */
export interface Cast {
  fay: string
  vic: string
  mal: string
  obs: string
  man: string
}
/** Who attacks: the name on the lease, and the client id they write under. */
const attackers = {
  facilitator: { who: 'fay', client: 3000 },
  contributor: { who: 'mal', client: 4000 },
  observer: { who: 'obs', client: 5000 },
  manager: { who: 'man', client: 6000 },
} as const satisfies Partial<Record<Role, { who: keyof Cast; client: number }>>
export type Attacker = keyof typeof attackers

/** The phase during the attack. */
export interface Circumstances {
  rights?: Partial<ActivityRights>
  frozen?: boolean
  session?: Phase['session']
  board?: Phase['board']
}

/** An honest small board on which attacks are made, with addresses of what is on it. */
export class Scene {
  readonly doc: Y.Doc
  readonly leases: ReadonlyMap<number, string>
  readonly personId: string
  readonly me: Id
  /** A client whose id is above all others and belongs to nobody. */
  static readonly orphan = 7000
  static readonly victim = 2000
  static readonly server = 1

  constructor(doc: Y.Doc, leases: ReadonlyMap<number, string>, cast: Cast, as: Attacker) {
    this.doc = doc
    this.leases = leases
    this.personId = cast[attackers[as].who]
    this.me = this.next(0, attackers[as].client)
  }

  /** The next address under a client id, and those after it. */
  next(offset = 0, client = this.me.client): Id {
    return { client, clock: Y.getState(this.doc.store, client) + offset }
  }

  /** An update of one block of the attacker, and deletions. */
  update(parts: readonly Part[], deletes: readonly ForgedDeletes[] = []): Uint8Array {
    return forge(parts.length > 0 ? [{ ...this.me, parts }] : [], deletes)
  }

  /** The type of an entity, or of one of its texts: a parent for others. */
  of(root: RootName, id: string, key?: string): Id {
    return itemOf(this.doc, root, id, key).id
  }
  /** Returns the position at which an honest client writes a field's next value. */
  field(root: RootName, id: string, key: string): At {
    const item = typeIn(itemOf(this.doc, root, id))._map.get(key)
    return item ? { left: item.lastId } : { parent: this.of(root, id), key }
  }
  /** An entry of a root, followed by its place in the root's chain. */
  entry(root: RootName, id: string): At {
    return { left: itemOf(this.doc, root, id).lastId }
  }
  /** A character of a text, by number; −1 is the last. */
  char(root: RootName, id: string, key: string, index: number): Id {
    const units: Id[] = []
    const list = typeIn(itemOf(this.doc, root, id, key))
    for (let item = list._start; item; item = item.right)
      for (let i = 0; i < item.length; i++)
        if (!item.deleted) units.push({ client: item.id.client, clock: item.id.clock + i })
    const unit = units.at(index)
    if (!unit) throw new Error('no such character')
    return unit
  }
  /** Deletes what stands at an address. */
  erase({ client, clock }: Id, length = 1): ForgedDeletes {
    return { client, ranges: [[clock, length]] }
  }
  /** A whole new entity, as an honest client would add it; `fields` may be more than honest. */
  made(root: RootName, id: string, fields: Fields, options: { offset?: number; texts?: boolean } = {}): Part[] {
    const parent = this.next(options.offset ?? 0)
    const parts = [map({ parent: root, key: id })]
    for (const [key, value] of Object.entries(fields))
      if (Array.isArray(value) && value[0] === twice)
        for (const each of value.slice(1)) parts.push(any({ parent, key }, each))
      else parts.push(any({ parent, key }, value))
    if (options.texts !== false)
      for (const [key, field] of Object.entries(schema[root].fields))
        if (field.type === 'text') parts.push(text({ parent, key }))
    return parts
  }
  note(id: string, fields: Fields = {}, offset = 0): Part[] {
    return this.made('notes', id, { kind: 'idea', pos: [0, 0], ...fields }, { offset })
  }
  /** A move of the attacker's own note: something good to hide behind. */
  move(): Part {
    return any(this.field('notes', 'mine', 'pos'), [11, 12])
  }
  type(text: string): Part {
    return str({ left: this.char('notes', 'mine', 'text', -1) }, text)
  }
}

/** Marks a field of `made` that is written several times. */
export const twice = Symbol('twice')

function itemOf(doc: Y.Doc, root: RootName, id: string, key?: string): Y.Item {
  const entity = rootOf(doc, root)._map.get(id)
  const item = key === undefined || !entity ? entity : typeIn(entity)._map.get(key)
  if (!item) throw new Error(`nothing at ${root}/${id}/${key}`)
  return item
}

function typeIn(item: Y.Item): Y.AbstractType<unknown> {
  if (!(item.content instanceof Y.ContentType)) throw new Error('not a type')
  return item.content.type
}

/** Returns the document of the scene and the person of each client id. */
export function setScene(cast: Cast, circumstances: Circumstances = {}): { doc: Y.Doc; leases: Map<number, string> } {
  const doc = new Y.Doc()
  const leases = new Map<number, string>([
    [Scene.server, ''],
    [Scene.victim, cast.vic],
    ...Object.values(attackers).map(({ who, client }): [number, string] => [client, cast[who]]),
  ])
  const by = (client: number, body: (add: (root: RootName, id: string, fields: Fields) => void) => void) => {
    doc.clientID = client
    doc.transact(() => body((root, id, fields) => addEntity({ doc, newId: () => id }, root, id, fields)))
  }
  by(3000, add => {
    add('lanes', 'lane', { name: 'Customer', actor: 'customer', order: 'a0' })
    add('notes', 'locked', { kind: 'step', pos: [5, 5], text: 'Signed off', locked: true, colour: 'pink' })
    add('views', 'view', { name: 'All', rect: [0, 0, 9, 9], order: 'a0' })
    add('outcome', 'outcome', { order: 'a0', promise: 'Coffee in two minutes' })
  })
  by(Scene.victim, add => {
    add('notes', 'theirs', { kind: 'step', pos: [1, 1], z: 'a0', text: 'The customer orders', colour: 'pink' })
    add('notes', 'taken-off', { kind: 'step', pos: [2, 2], z: 'a1', text: 'Not this', deleted: true })
    add('links', 'their-link', { ends: ['theirs', 'taken-off'], text: 'and then' })
    add('comments', 'their-comment', { on: 'theirs', text: 'Why?' })
    add('groups', 'group', { name: 'Orders' })
  })
  by(4000, add => {
    add('notes', 'mine', { kind: 'idea', pos: [3, 3], z: 'a2', text: 'My own note', colour: 'mint' })
    add('notes', 'also-mine', { kind: 'idea', pos: [4, 4], z: 'a3', text: 'Another' })
    add('comments', 'my-comment', { on: null, text: 'Because' })
  })
  by(Scene.orphan, add => add('notes', 'nobodys', { kind: 'idea', pos: [6, 6], text: 'From before' }))
  by(Scene.server, add => {
    add('notes', 'revealed', { kind: 'idea', pos: [7, 7], text: 'Private once', by: cast.vic })
    add('notes', 'removed', { kind: 'idea', pos: [8, 8], text: 'For good' })
    rootOf(doc, 'notes').get('theirs')?.set('votes', { vote: 3 })
    const { rights, frozen = false } = circumstances
    const item = {
      id: 'now',
      activity: 'test',
      name: 'Test',
      instruction: '',
      minutes: 0,
      view: 'wall' as const,
      rights: activityRights.parse({ ...freeWork, ...rights }),
      freezeAtEnd: false,
      startsTimer: false,
    }
    setStage(doc, { agenda: [item], item: 'now', frozen })
  })
  by(Scene.server, () => rootOf(doc, 'notes').delete('removed'))
  // A server that has started anew since.
  doc.clientID = 8000
  return { doc, leases }
}

/** The policy's phase on the scene. */
export function phaseOn(doc: Y.Doc, { session = 'open', board = 'open' }: Circumstances): Phase {
  return withStage({ session, board, frozen: false, rights: freeWork }, readStage(stageOf(doc)), 0)
}
