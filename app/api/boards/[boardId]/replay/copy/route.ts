import { withAbility } from '#server/http/route.ts'
import { boardView, copyMoment, copyMomentInput } from '#server/use-cases/boards.ts'

export const POST = withAbility('board.duplicate', copyMomentInput, async ({ running, person, access, body }) => ({
  board: boardView(await copyMoment(running, person, access, body)),
}))
