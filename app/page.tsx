import { Boards } from '#components/home/boards.tsx'
import { Landing } from '#components/home/landing.tsx'
import { templateChoices } from '#lib/templates/picture.ts'
import { signedInPerson } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { listBoards } from '#server/use-cases/boards.ts'
import { aboutMe } from '#server/use-cases/people.ts'
import { listTemplates } from '#server/use-cases/templates.ts'

export default async function Home() {
  const person = await signedInPerson()
  if (!person) return <Landing />
  const parts = running()
  const [me, boards, own] = await Promise.all([
    aboutMe(parts, person),
    listBoards(parts, person, { limit: 500 }),
    listTemplates(parts, person.id),
  ])
  return <Boards me={me.person} boards={boards} choices={templateChoices()} own={own} />
}
