import { withAbility } from '#server/http/route.ts'
import { exportBoard, pictureInput } from '#server/use-cases/exports.ts'

/** The board as a file; `?view=to-be` draws it as it will be. */
export const GET = withAbility('board.export', null, async ({ running, request, params, access }) => {
  const view = new URL(request.url).searchParams.get('view') === 'to-be' ? 'to-be' : 'as-is'
  return exportBoard(running, access, params.format ?? '', { view })
})

/** A picture of some of its notes. */
export const POST = withAbility('board.export', pictureInput, async ({ running, params, access, body }) =>
  exportBoard(running, access, params.format ?? '', body),
)
