import { z } from 'zod'
import { entityId } from '#lib/board/fields.ts'
import { fileName } from '#lib/export/format.ts'
import { exportFormat } from '#lib/export/index.ts'
import type { Access } from '#server/base/access.ts'
import { badRequest } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'

/** What a picture is to show; other formats hold the whole board. */
export const pictureInput = z.strictObject({
  view: z.enum(['as-is', 'to-be']).optional(),
  notes: z.array(entityId).min(1).max(4_000).optional(),
})

/** Formats that hold the board as it is or as it will be; the others hold both. */
const ofOneVersion = new Set(['svg', 'bpmn', 'json-canvas', 'excalidraw'])

/** Headers of a file that a browser saves and never runs. */
export const fileHeaders = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
})

/** A board as a file; what is durable now. */
export async function exportBoard(
  { reader }: Pick<Running, 'reader'>,
  { board, actor }: Access,
  format: string,
  picture: z.infer<typeof pictureInput>,
): Promise<Response> {
  const chosen = exportFormat(format)
  if (!chosen) throw badRequest('There is no such format.')
  limit('wholeBoard', actor.personId)
  const bytes = await reader.make('export', board.id, {
    format,
    title: board.title,
    customer: board.customer,
    process: board.process,
    tags: board.tags,
    at: Date.now(),
    picture: {
      ...(picture.view ? { view: picture.view } : {}),
      ...(picture.notes ? { only: new Set(picture.notes) } : {}),
    },
  })
  const versioned = picture.view === 'to-be' && ofOneVersion.has(format)
  const name = fileName(versioned ? `${board.title} to be` : board.title, chosen.extension)
  return new Response(bytes, { headers: fileHeaders(name, chosen.mime) })
}
