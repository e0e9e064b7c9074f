import { askingPerson, route } from '#server/http/route.ts'
import { aboutMe } from '#server/use-cases/people.ts'

/** Being signed out is no error: `person` is null then. */
export const GET = route('GET /api/me', async ({ running, request }) => {
  const person = await askingPerson(running, request.headers)
  return person ? aboutMe(running, person) : { person: null, workspaces: [] }
})

export const PATCH = route('PATCH /api/me', async ({ running, person, body }) => {
  await running.store.people.rename(person.id, body.name)
  return aboutMe(running, { ...person, name: body.name })
})
