import { withAbility } from '#server/http/route.ts'
import { boardView, undeleteBoard } from '#server/use-cases/boards.ts'

export const POST = withAbility(
  'board.delete',
  null,
  async ({ running, access }) => ({ board: boardView(await undeleteBoard(running, access)) }),
  { deleted: true },
)
