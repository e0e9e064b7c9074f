import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { BoardPage } from '#components/shell/board-page.tsx'
import { LobbyPage } from '#components/shell/lobby.tsx'
import { signInFor } from '#lib/access/path.ts'
import { can } from '#lib/access/policy.ts'
import { signedInPerson } from '#server/auth.ts'
import { accessTo, phaseOf } from '#server/base/access.ts'
import { running } from '#server/base/runtime.ts'
import { settingsOf } from '#server/use-cases/settings.ts'

type Props = { params: Promise<{ boardId: string }> }

async function accessOf({ params }: Props) {
  const { store } = running()
  const { boardId } = await params
  const personId = (await signedInPerson())?.id ?? null
  return { boardId, personId, access: personId === null ? null : await accessTo(store, personId, boardId) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { access } = await accessOf(props)
  return { title: access && !access.waiting ? access.board.title : 'Board', robots: { index: false } }
}

export default async function Page(props: Props) {
  const { boardId, personId, access } = await accessOf(props)
  if (personId === null) redirect(signInFor(`/b/${boardId}`))
  if (!access) notFound()
  const { board, session, role, actor } = access
  if (access.waiting) return <LobbyPage boardId={boardId} session={session?.title ?? board.title} />
  if (role === 'nobody' || !can('board.see', role, phaseOf(board, session)).ok) notFound()
  return (
    <BoardPage
      boardId={boardId}
      personId={personId}
      currency={(await settingsOf(running(), board.workspaceId)).currency}
      known={{
        you: { personId, role, member: actor.member },
        board: { id: boardId, title: board.title, finished: board.finishedAt !== null },
        session: session && { id: session.id, title: session.title, status: session.status },
      }}
    />
  )
}
