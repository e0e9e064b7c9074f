import { z } from 'zod'
import { fieldValues } from '../board/fields.ts'

/**
 * What a wall says that BPMN has no element for is written into `extensionElements`, the standard's own place for it
 * (formal/2013-12-09, 8.2.3): other tools leave it alone, and reading the file again gives the same wall.
 */
export const keptNamespace = 'urn:brownpaper:bpmn'
export const keptType = 'brownpaper:kept'
export const ourName = 'Brownpaper'

const said = z.object({
  /** The entity's id, where an XML id cannot be the same. */
  id: fieldValues.entityId.optional(),
  /** Of a lane or pool, px: where its upper edge lies in the file, and its height on the wall. */
  top: z.number().optional(),
  height: fieldValues.height.optional(),
  /** Of a lane: how many lie above it on the wall. */
  rank: z.number().optional(),
  actor: fieldValues.actor.optional(),
  name: fieldValues.name.optional(),
  /** What another format said of it. */
  source: fieldValues.source.optional(),
  /** Of a note: its lane, where no lane of the file can name it; null on open paper. */
  lane: fieldValues.optionalId.optional(),
  group: fieldValues.optionalId.optional(),
  kind: fieldValues.kind.optional(),
  /** Its words, where BPMN has no place for them. */
  text: z.string().optional(),
  /** px: its size, where the standard's shape has a fixed one; its place in its lane, where it has no shape. */
  size: fieldValues.size.optional(),
  at: z.tuple([z.number(), z.number()]).optional(),
  /** px: where its corner lies in a shape that had to be larger, to hold what is in it. */
  inset: z.tuple([z.number(), z.number()]).optional(),
  /** The other fields of a note or a link, by their names on the board; the board's own schema reads them. */
  fields: z.record(z.string(), z.unknown()).optional(),
  /** An event that stands for the beginning or the end of a path; no note. */
  added: z.boolean().optional(),
  /** A pool around a wall without lanes; no lane. */
  paper: z.boolean().optional(),
  /** Made here: no file said what it is. */
  own: z.boolean().optional(),
})
const kept = said.extend({
  /** Of a pool: the note that stands for it. */
  note: said.optional(),
})
export type Kept = z.infer<typeof kept>

/** Anything may stand in a file: null for what is no such thing. */
export function readKept(body: unknown): Kept | null {
  if (typeof body !== 'string') return null
  try {
    return kept.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
