import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import type { LogEntry } from '#server/store/log-store.ts'

/** Updates between two keyframes: as many as rows between two copies of the player's state. */
const every = 4_096
/** Seeks measured: each takes as long as a hundred of the player's. */
const seeks = 40

/**
 * The usual way, as the reference: a document is made of the nearest keyframe, brought to the moment update by update,
 * and read. Without drawing anything; ms, sorted.
 */
export function seekWithDocs(log: readonly LogEntry[]): number[] {
  const keyframes: Uint8Array[] = []
  const doc = new Y.Doc()
  for (const [index, { update }] of log.entries()) {
    if (index % every === 0) keyframes.push(Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, update)
  }
  return Array.from({ length: seeks }, (_, seek) => {
    const target = Math.floor(((seek * 0.618034) % 1) * log.length)
    const keyframe = Math.floor(target / every)
    const began = performance.now()
    const then = new Y.Doc()
    Y.applyUpdate(then, keyframes[keyframe] ?? new Uint8Array([0, 0]))
    then.transact(() => {
      for (const { update } of log.slice(keyframe * every, target + 1)) Y.applyUpdate(then, update)
    })
    readBoard(then)
    return performance.now() - began
  }).sort((a, b) => a - b)
}
