import { fileName } from '#lib/export/format.ts'
import { exportFormat } from '#lib/export/index.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import type { Access } from '#server/base/access.ts'
import { badRequest } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { contentDisposition } from '#server/http/content-disposition.ts'
import { settingsOf } from './settings.ts'

/** Formats that hold the board either before or after the change; the others hold both. */
const ofOneVersion = new Set(['svg', 'bpmn', 'json-canvas', 'excalidraw'])

/** Headers of a file that a browser saves and never executes. */
export const fileHeaders = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': contentDisposition(name),
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
})

/** Exports a board as a file, from what is durable now. */
export async function exportBoard(
  { reader, store }: Pick<Running, 'reader' | 'store'>,
  { board, actor }: Access,
  format: string,
  { separator, ...picture }: ParsedBody<'POST /api/boards/[boardId]/export/[format]'>,
): Promise<Response> {
  const chosen = exportFormat(format)
  if (!chosen) throw badRequest('There is no such format.')
  limit('wholeBoard', actor.personId)
  const bytes = await reader.make(actor.personId, 'export', board.id, {
    format,
    title: board.title,
    customer: board.customer,
    process: board.process,
    tags: board.tags,
    at: Date.now(),
    ...(separator ? { separator } : {}),
    currency: (await settingsOf({ store }, board.workspaceId)).currency,
    picture: {
      ...(picture.view ? { view: picture.view } : {}),
      ...(picture.notes ? { only: new Set(picture.notes) } : {}),
    },
  })
  const versioned = picture.view === 'to-be' && ofOneVersion.has(format)
  const name = fileName(board.title, chosen.extension, versioned ? 'to be' : '')
  return new Response(bytes, { headers: fileHeaders(name, chosen.mime) })
}
