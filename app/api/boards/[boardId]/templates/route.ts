import { route } from '#server/http/route.ts'
import { saveTemplate } from '#server/use-cases/templates.ts'

export const POST = route('POST /api/boards/[boardId]/templates', async ({ running, access, body }) => ({
  template: await saveTemplate(running, access.board, body),
}))
