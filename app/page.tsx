import { Boards } from '#components/home/boards.tsx'
import { Landing } from '#components/home/landing.tsx'
import { templateChoices } from '#lib/templates/picture.ts'
import { signedInPerson } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { listBoards } from '#server/use-cases/boards.ts'
import { isSignUpOpen } from '#server/use-cases/people.ts'
import { listTemplates } from '#server/use-cases/templates.ts'
import { whoIs } from './library/visitor.ts'

export default async function Home() {
  const person = await signedInPerson()
  if (!person) return <Landing open={await isSignUpOpen(running())} />
  const parts = running()
  const who = await whoIs(person)
  const [boards, own] = await Promise.all([
    listBoards(parts, person, { limit: 500, ...(who.workspace ? { in: who.workspace.id } : {}) }),
    listTemplates(parts, person.id),
  ])
  return <Boards key={who.workspace?.id} who={who} boards={boards} choices={templateChoices()} own={own} />
}
