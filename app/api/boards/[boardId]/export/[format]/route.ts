import { withAbility } from '#server/http/route.ts'
import { exportBoard, exportInput } from '#server/use-cases/exports.ts'

/** The board as a file; `?view=to-be` draws it as it will be, `?separator=semicolon` sets a CSV. What is not known there counts as not asked. */
export const GET = withAbility('board.export', null, async ({ running, request, params, access }) => {
  const asked = new URL(request.url).searchParams
  const view = asked.get('view') === 'to-be' ? 'to-be' : 'as-is'
  const { data: separator } = exportInput.shape.separator.safeParse(asked.get('separator') ?? undefined)
  return exportBoard(running, access, params.format ?? '', { view, ...(separator ? { separator } : {}) })
})

/** A picture of some of its notes. */
export const POST = withAbility('board.export', exportInput, async ({ running, params, access, body }) =>
  exportBoard(running, access, params.format ?? '', body),
)
