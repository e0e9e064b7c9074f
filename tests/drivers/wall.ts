import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { addEntity, type Fields, type Writer } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import type { Lane } from '#lib/board/snapshot.ts'

/** A wall in a few lines: lanes from top to bottom, notes from left to right, links by the notes' ids. */
export interface WallPlan {
  lanes?: Record<string, Lane['actor'] | [name: string, actor: Lane['actor']]>
  /** id → lane, or lane and fields; kind is `step` unless said. */
  notes: Record<string, string | null | [lane: string | null, fields: Fields]>
  /** `a>b`, or with fields. */
  links?: (string | [ends: string, fields: Fields])[]
  outcomes?: Record<string, Fields>
}

export interface BuiltWall {
  doc: Y.Doc
  writer: Writer
  board: BoardModel
}

/** Builds a document for a plan. Link ids are `a>b`. */
export function buildWall(plan: WallPlan): BuiltWall {
  const doc = new Y.Doc()
  let made = 0
  const writer: Writer = { doc, newId: () => `made${made++}` }
  const keys = generateNKeysBetween(null, null, Object.keys(plan.notes).length)
  doc.transact(() => {
    for (const [index, [id, said]] of Object.entries(plan.lanes ?? {}).entries()) {
      const [name, actor] = typeof said === 'string' ? [id, said] : said
      addEntity(writer, 'lanes', id, { name, actor, order: `a${index}`, height: 240 })
    }
    for (const [index, [id, said]] of Object.entries(plan.notes).entries()) {
      const [lane, fields] = Array.isArray(said) ? said : [said, {}]
      const pos = lane === null ? [index * 200, 5_000] : [index * 200, 40, lane]
      addEntity(writer, 'notes', id, { kind: 'step', text: id, pos, z: keys[index], ...fields })
    }
    for (const said of plan.links ?? []) {
      const [ends, fields] = typeof said === 'string' ? [said, {}] : said
      addEntity(writer, 'links', ends, { ends: ends.split('>'), ...fields })
    }
    for (const [index, [id, fields]] of Object.entries(plan.outcomes ?? {}).entries())
      addEntity(writer, 'outcome', id, { order: `a${index}`, ...fields })
  })
  return { doc, writer, board: new BoardModel(doc) }
}

/** The coffee process of the literature: two contacts with the customer, two hand-offs, one rule. */
export const coffeePlan: WallPlan = {
  lanes: { customer: ['Customer', 'customer'], waiter: ['Waiter', 'front-stage'], barista: ['Barista', 'back-stage'] },
  notes: {
    orders: ['customer', { text: 'Orders a double espresso' }],
    takes: ['waiter', { text: 'Takes the order' }],
    hands: ['waiter', { text: 'Hands it to the barista' }],
    double: ['barista', { text: 'What is a “double”?', kind: 'business-rule' }],
    makes: ['barista', { text: 'Makes the coffee' }],
    collects: ['waiter', { text: 'Collects it' }],
    serves: ['waiter', { text: 'Serves it' }],
    enjoys: ['customer', { text: 'Enjoys it, or not' }],
  },
  links: ['orders>takes', 'takes>hands', 'hands>makes', 'makes>collects', 'collects>serves', 'serves>enjoys'],
}
