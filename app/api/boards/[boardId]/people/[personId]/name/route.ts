import { route } from '#server/http/route.ts'
import { eraseName } from '#server/use-cases/erase.ts'

export const DELETE = route(
  'DELETE /api/boards/[boardId]/people/[personId]/name',
  async ({ running, access, params }) => ({
    pseudonym: await eraseName(running, access, params.personId),
  }),
)
