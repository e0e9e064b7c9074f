import type { Kysely } from 'kysely'
import { documents } from '../catalogue/documents.ts'
import type { LogStore } from '../log-store.ts'
import type { Tables } from '../tables.ts'
import { inOneStep } from './dialect.ts'
import type { ThreadLink } from './link.ts'

/** `db` reads over the same thread as `reader`: opening a board never waits for a search in the library. */
export function sqliteLog(db: Kysely<Tables>, writer: ThreadLink, reader: ThreadLink): LogStore {
  const kept = documents(db, inOneStep(writer, 'forget'))
  return {
    ...kept,
    async append(entries, leases) {
      await writer.ask('append', { entries: entries.map(e => ({ ...e, update: alone(e.update) })), leases })
    },
    read: (docId, after, limit) => reader.ask('read', { docId, after, limit }),
    putKeyframe: keyframe => kept.putKeyframe({ ...keyframe, state: alone(keyframe.state) }),
  }
}

/** A view on a larger buffer would copy that whole buffer to the worker. */
const alone = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice())
