import { route } from '#server/http/route.ts'
import { endOtherSignIns } from '#server/http/signed-in.ts'
import { listSignIns } from '#server/use-cases/account.ts'

export const GET = route('GET /api/account/sign-ins', async ({ running, ...by }) => ({
  signIns: await listSignIns(running, by),
}))

export const DELETE = route('DELETE /api/account/sign-ins', async ({ running, person, signIn }) => {
  await endOtherSignIns(running, person.id, signIn)
  return {}
})
