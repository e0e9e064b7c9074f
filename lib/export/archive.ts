import { strToU8, zipSync } from 'fflate'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { z } from 'zod'
import { readBoard } from '../board/model.ts'
import { schemaVersion } from '../board/schema.ts'
import type { AboutBoard } from './format.ts'
import { jsonExport } from './json.ts'

/**
 * A board with its whole history, as a zip:
 *
 *   manifest.json   what it is, who wrote, and the SHA-256 of the other files (below)
 *   state.bin       the document: one Yjs update, format V1
 *   log.bin         count { at varUint, actor varString, update varUint8Array }* — every change, with server time (ms)
 *                   and person; an empty actor is the server itself
 *   board.json      the same board as Brownpaper JSON, for people and programs that know no Yjs
 */
export const archiveManifest = z.strictObject({
  format: z.literal('brownpaper-archive'),
  version: z.literal(1),
  schema: z.number().int(),
  exportedAt: z.iso.datetime(),
  title: z.string().max(200),
  customer: z.string().max(200),
  process: z.string().max(200),
  tags: z.array(z.string().max(40)).max(50),
  people: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), name: z.string().max(200) }))
    .max(20_000),
  /** Whose each client number of the document is; an empty person is the server. */
  clients: z
    .array(
      z.tuple([
        z
          .number()
          .int()
          .min(0)
          .max(2 ** 32 - 1),
        z.string().max(64),
      ]),
    )
    .max(200_000),
  files: z.record(z.string().max(40), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Of the server that wrote it, over everything else in the manifest; others cannot check it. */
  seal: z.string().max(100).optional(),
})
export type ArchiveManifest = z.infer<typeof archiveManifest>

export interface HistoryEntry {
  /** ms since 1970. */
  at: number
  actor: string | null
  update: Uint8Array
}

/** What a seal is computed over. */
export const sealedText = ({ seal: _, ...manifest }: ArchiveManifest): string => JSON.stringify(manifest)

/** SHA-256 as hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Writes the archive; `seal` returns the server's seal of a text. */
export async function writeArchive(
  history: readonly HistoryEntry[],
  about: AboutBoard & Pick<ArchiveManifest, 'people' | 'clients'>,
  seal: (text: string) => string,
): Promise<Uint8Array> {
  const doc = new Y.Doc()
  const log = encoding.createEncoder()
  encoding.writeVarUint(log, history.length)
  for (const { at, actor, update } of history) {
    Y.applyUpdate(doc, update)
    encoding.writeVarUint(log, at)
    encoding.writeVarString(log, actor ?? '')
    encoding.writeVarUint8Array(log, update)
  }
  const files = {
    'state.bin': Y.encodeStateAsUpdate(doc),
    'log.bin': encoding.toUint8Array(log),
    'board.json': strToU8(String(jsonExport.write(readBoard(doc), about))),
  }
  const hashes = await Promise.all(Object.entries(files).map(async ([name, bytes]) => [name, await sha256(bytes)]))
  const manifest: ArchiveManifest = {
    format: 'brownpaper-archive',
    version: 1,
    schema: schemaVersion,
    exportedAt: new Date(about.at).toISOString(),
    title: about.title,
    customer: about.customer,
    process: about.process,
    tags: [...about.tags],
    people: about.people,
    clients: about.clients,
    files: Object.fromEntries(hashes),
  }
  const sealed = { ...manifest, seal: seal(sealedText(manifest)) }
  return zipSync({ 'manifest.json': strToU8(`${JSON.stringify(sealed, null, 1)}\n`), ...files }, { level: 6 })
}
