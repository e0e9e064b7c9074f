import { z } from 'zod'
import { boardPlan } from '../board/plan.ts'
import { schemaVersion } from '../board/schema.ts'
import { ImportError, type ImportFormat, parseJson } from './format.ts'

const envelope = z.object({
  format: z.literal('brownpaper-board'),
  version: z.number().int(),
  title: z.string().max(200).optional(),
  board: z.unknown(),
})

/** Our own JSON (lib/export/json.ts): read strictly, so that nothing is lost in silence. */
export const jsonImport: ImportFormat = {
  id: 'json',
  label: 'Brownpaper JSON',
  extensions: ['json'],
  recognises: (_, jsonImport) => z.object({ format: z.literal('brownpaper-board') }).safeParse(jsonImport).success,
  read(text) {
    const file = envelope.safeParse(parseJson(text))
    if (!file.success) throw new ImportError('This is not a Brownpaper file.')
    if (file.data.version > schemaVersion)
      throw new ImportError('This file was written by a newer Brownpaper; update this one to read it.')
    const plan = boardPlan.safeParse(file.data.board)
    if (!plan.success) {
      const issue = plan.error.issues[0]
      throw new ImportError(`At ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not readable'}.`)
    }
    return { plan: plan.data, losses: [], ...(file.data.title ? { title: file.data.title } : {}) }
  },
}
