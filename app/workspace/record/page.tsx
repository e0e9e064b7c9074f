import type { Metadata } from 'next'
import { WorkspaceFrame } from '#components/organisation/frame.tsx'
import { RecordPage } from '#components/organisation/record-page.tsx'
import { recordedActs } from '#lib/protocol/acts.ts'
import { workspaceRoutes } from '#lib/protocol/routes/workspaces.ts'
import { authoriseInWorkspace } from '#server/base/access.ts'
import { readRecord } from '#server/use-cases/record.ts'
import { found, one, type Search, workspaceVisitor } from '../../library/visitor.ts'

export const metadata: Metadata = { title: 'Record', robots: { index: false } }

const { query } = workspaceRoutes['GET /api/workspaces/[workspaceId]/record']

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { parts, person, who, workspace } = await workspaceVisitor('/workspace/record')
  await found(authoriseInWorkspace(parts.store, person.id, workspace.id, 'workspace.record'))
  const given = Object.entries(await searchParams).flatMap(([key, value]) => (one(value) ? [[key, one(value)]] : []))
  const asked = query.parse(Object.fromEntries(given))
  return (
    <WorkspaceFrame who={who} workspace={workspace} here="record">
      <RecordPage
        workspaceId={workspace.id}
        acts={Object.entries(recordedActs)}
        asked={asked}
        {...(await readRecord(parts, workspace.id, asked))}
      />
    </WorkspaceFrame>
  )
}
