import { strFromU8 } from 'fflate'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { readBoard } from '../board/model.ts'
import { type BoardPlan, planOf } from '../board/plan.ts'
import { schemaVersion } from '../board/schema.ts'
import { type ArchiveManifest, archiveManifest, type HistoryEntry, sha256 } from '../export/archive.ts'
import { decodeUpdate } from '../gate/decode.ts'
import { ImportError, parseJson } from './format.ts'
import { namesInZip, unzipWithin } from './unzip.ts'

export interface Archive {
  manifest: ArchiveManifest
  history: HistoryEntry[]
  plan: BoardPlan
  /** Everybody whom the archive speaks for: in its manifest, its history, and on the board itself. */
  personIds: string[]
}

/** Bytes that a zip may come to: what is larger was made to fill a disk. */
const unpackedLimit = 200 * 1024 * 1024
/** People of one archive; and the last ms that a date can say. */
const most = { people: 2_000, time: 8.64e15 }
const personId = /^[A-Za-z0-9_-]{1,64}$/
const names = ['manifest.json', 'state.bin', 'log.bin', 'board.json'] as const

/** Whether a zip begins here: with a part, or empty. A text may begin with the same two letters. */
export const isZip = ([p, k, a, b]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6))

/** Whether a zip means to be an archive of ours: some part of one is in it. */
export const isArchive = (bytes: Uint8Array): boolean =>
  isZip(bytes) && namesInZip(bytes).some(name => (names as readonly string[]).includes(name))

/**
 * Reads an archive of lib/export/archive.ts and believes nothing of it: hashes are compared, every change is decoded
 * within the gate's bounds before Yjs sees it, and the changes must come to the state that is said.
 */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  const files = unpack(bytes)
  const parsed = archiveManifest.safeParse(parseJson(strFromU8(files['manifest.json'])))
  if (!parsed.success)
    throw new ImportError('This zip is no Brownpaper archive, or of a version that is not known here.')
  const manifest = parsed.data
  if (manifest.schema > schemaVersion)
    throw new ImportError('This archive was written by a newer Brownpaper; update this one to read it.')
  for (const name of names)
    if (name !== 'manifest.json' && (await sha256(files[name])) !== manifest.files[name])
      throw new ImportError(`“${name}” in the archive is damaged: it is not what was written.`)
  const history = readHistory(files['log.bin'])
  const [replayed, stated] = [new Y.Doc(), new Y.Doc()]
  for (const [index, { update }] of history.entries()) apply(replayed, update, `Change ${index + 1}`)
  apply(stated, files['state.bin'], 'The state', false)
  const board = readBoard(replayed)
  const plan = planOf(board)
  if (JSON.stringify(plan) !== JSON.stringify(planOf(readBoard(stated))))
    throw new ImportError('The history in the archive does not come to its board.')
  const made = [...board.notes.values(), ...board.links.values(), ...board.comments.values()].map(one => one.made.by)
  const said = [...manifest.people.map(one => one.id), ...manifest.clients.map(([, id]) => id)]
  const personIds = [...new Set([...said, ...made, ...history.map(entry => entry.actor)])].filter(id => id !== null)
  return { manifest, history, plan, personIds: checkedIds(personIds.filter(Boolean)) }
}

/** Whoever is not known here is made: neither by the hundred thousand, nor under ids that mean something else. */
function checkedIds(ids: string[]): string[] {
  if (ids.length > most.people || ids.some(id => !personId.test(id)))
    throw new ImportError('The people in the archive are too many, or not named as people are.')
  return ids
}

function unpack(bytes: Uint8Array): Record<(typeof names)[number], Uint8Array> {
  const files = unzipWithin(bytes, unpackedLimit, name => (names as readonly string[]).includes(name))
  const missing = names.find(name => !files[name])
  if (missing) throw new ImportError(`This zip is no Brownpaper archive: “${missing}” is not in it.`)
  return files as Record<(typeof names)[number], Uint8Array>
}

function readHistory(bytes: Uint8Array): HistoryEntry[] {
  try {
    const log = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(log)
    const history: HistoryEntry[] = []
    for (let i = 0; i < count; i++) {
      const at = decoding.readVarUint(log)
      if (at > most.time) throw new Error('no time at all')
      const actor = decoding.readVarString(log)
      history.push({ at, actor: actor || null, update: decoding.readVarUint8Array(log).slice() })
    }
    if (decoding.hasContent(log)) throw new Error('more than was counted')
    return history
  } catch {
    throw new ImportError('The history in the archive is damaged.')
  }
}

/** A change alone is bounded by the gate; the state of a long session may be larger. */
function apply(doc: Y.Doc, update: Uint8Array, what: string, bounded = true): void {
  try {
    if (bounded) decodeUpdate(update)
    Y.applyUpdate(doc, update)
  } catch {
    throw new ImportError(`${what} in the archive cannot be read.`)
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new ImportError(`${what} in the archive needs something that is not in it.`)
}
