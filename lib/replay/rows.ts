import type { RootName } from '../board/schema.ts'

/**
 * The history as rows: one row per field write, in the order in which the server applied them. Rows are derived from
 * the update log and can be rebuilt from it at any time; the log is the truth.
 */
export interface Row {
  /** Seq of the logged update the write came with. */
  seq: number
  /** Server's clock, ms since 1970. */
  at: number
  /** The person of the update; null for the server's own. In a presence row: the author of the entity, if any. */
  actor: string | null
  root: RootName
  id: string
  /** Field, or `presence` for the entity itself. */
  key: string
  /** JSON value or whole text after the write; undefined: no longer set. */
  value: unknown
}

/** The key of the row that creates an entity; its value is true, its actor the author. */
export const presence = ''
