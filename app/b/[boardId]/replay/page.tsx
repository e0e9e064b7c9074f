import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ReplayPage } from '#components/replay/replay-page.tsx'
import { signInFor } from '#lib/access/path.ts'
import { signedInPerson } from '#server/auth.ts'
import { accessTo, may } from '#server/base/access.ts'
import { running } from '#server/base/runtime.ts'
import { replayFacts } from '#server/use-cases/replay.ts'

type Props = {
  params: Promise<{ boardId: string }>
  searchParams: Promise<{ row?: string; born?: string; note?: string }>
}

export const metadata: Metadata = { title: 'Replay', robots: { index: false } }

export default async function Page({ params, searchParams }: Props) {
  const { store } = running()
  const { boardId } = await params
  const personId = (await signedInPerson())?.id ?? null
  if (personId === null) redirect(signInFor(`/b/${boardId}/replay`))
  const access = await accessTo(store, personId, boardId)
  if (!access || access.waiting || !may(access, 'board.replay')) notFound()
  const { row, born, note } = await searchParams
  const from = {
    ...(row !== undefined && /^-?\d{1,9}$/.test(row) ? { row: Number(row) } : {}),
    ...(born === undefined ? {} : { born }),
    ...(note === undefined ? {} : { note }),
  }
  return (
    <ReplayPage
      facts={await replayFacts({ store }, access.board)}
      from={from}
      mayRepair={may(access, 'board.restore')}
    />
  )
}
