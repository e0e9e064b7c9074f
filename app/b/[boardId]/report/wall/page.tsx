import type { Metadata } from 'next'
import { WallPrint } from '#components/report/wall-print.tsx'
import { readReport } from '#server/use-cases/report.ts'
import { found, visitor } from '../../../../library/visitor.ts'

export const metadata: Metadata = { title: 'The wall on paper', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params
  const { parts, person } = await visitor(`/b/${boardId}/report/wall`)
  const { board, workspace, asIs, toBe } = await found(readReport(parts, person, boardId))
  return <WallPrint board={board} workspace={workspace} asIs={asIs} toBe={toBe} />
}
