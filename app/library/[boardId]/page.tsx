import type { Metadata } from 'next'
import { ReadingPage } from '#components/library/reading-page.tsx'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { readFinishedBoard } from '#server/use-cases/library.ts'
import { found, visitor } from '../visitor.ts'

export const metadata: Metadata = { title: 'Finished board', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params
  const { parts, person, who } = await visitor(`/library/${boardId}`)
  const board = await found(readFinishedBoard(parts, person, boardId))
  return (
    <LibraryShell who={who} here={null}>
      <ReadingPage {...board} today={new Date().toISOString().slice(0, 10)} />
    </LibraryShell>
  )
}
