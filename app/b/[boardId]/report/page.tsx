import type { Metadata } from 'next'
import { ReportPage } from '#components/report/report-page.tsx'
import { readReport } from '#server/use-cases/report.ts'
import { found, visitor } from '../../../library/visitor.ts'

export const metadata: Metadata = { title: 'Report', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params
  const { parts, person } = await visitor(`/b/${boardId}/report`)
  return <ReportPage {...(await found(readReport(parts, person, boardId)))} />
}
