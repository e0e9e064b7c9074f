import type { Metadata } from 'next'
import { BinPage } from '#components/organisation/bin-page.tsx'
import { WorkspaceFrame } from '#components/organisation/frame.tsx'
import { authoriseInWorkspace } from '#server/base/access.ts'
import { readBin } from '#server/use-cases/bin.ts'
import { found, workspaceVisitor } from '../../library/visitor.ts'

export const metadata: Metadata = { title: 'Bin', robots: { index: false } }

export default async function Page() {
  const { parts, person, who, workspace } = await workspaceVisitor('/workspace/bin')
  await found(authoriseInWorkspace(parts.store, person.id, workspace.id, 'bin.see'))
  return (
    <WorkspaceFrame who={who} workspace={workspace} here="bin">
      <BinPage key={workspace.id} boards={await readBin(parts, workspace.id)} />
    </WorkspaceFrame>
  )
}
