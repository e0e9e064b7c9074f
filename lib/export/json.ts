import { planOf } from '../board/plan.ts'
import { schemaVersion } from '../board/schema.ts'
import type { ExportFormat } from './format.ts'

/** Our own format: everything on the wall, importable again without loss. Described by lib/board/plan.ts. */
export const jsonExport: ExportFormat = {
  id: 'json',
  label: 'Brownpaper JSON',
  describes: 'Everything on the wall, to bring back without loss.',
  extension: 'json',
  mime: 'application/json',
  write: (board, about) =>
    `${JSON.stringify(
      {
        format: 'brownpaper-board',
        version: schemaVersion,
        exportedAt: new Date(about.at).toISOString(),
        title: about.title,
        customer: about.customer,
        process: about.process,
        tags: about.tags,
        board: planOf(board),
      },
      null,
      1,
    )}\n`,
}
