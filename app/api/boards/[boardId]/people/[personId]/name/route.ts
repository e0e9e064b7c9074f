import { withAbility } from '#server/http/route.ts'
import { eraseName } from '#server/use-cases/erase.ts'

export const DELETE = withAbility('history.erase', null, async ({ running, access, params }) => ({
  pseudonym: await eraseName(running, access, params.personId ?? ''),
}))
