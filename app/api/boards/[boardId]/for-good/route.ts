import { route } from '#server/http/route.ts'
import { eraseFromBin } from '#server/use-cases/bin.ts'

export const DELETE = route('DELETE /api/boards/[boardId]/for-good', async ({ running, access }) => {
  await eraseFromBin(running, access)
  return {}
})
