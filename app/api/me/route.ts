import { askingPerson, withAnyone, withPerson } from '#server/http/route.ts'
import { aboutMe, renameInput } from '#server/use-cases/people.ts'

/** Signed out is an answer, not an error: `person` is null then. */
export const GET = withAnyone(null, async ({ running, request }) => {
  const person = await askingPerson(running, request.headers.get('cookie'))
  return person ? aboutMe(running, person) : { person: null, workspaces: [] }
})

export const PATCH = withPerson(renameInput, async ({ running, person, body }) => {
  await running.store.people.rename(person.id, body.name)
  return aboutMe(running, { ...person, name: body.name })
})
