import type { Metadata } from 'next'
import { WorkspaceFrame } from '#components/organisation/frame.tsx'
import { PeoplePage } from '#components/organisation/people-page.tsx'
import { listMemberInvites, listMembers } from '#server/use-cases/members.ts'
import { workspaceVisitor } from '../library/visitor.ts'

export const metadata: Metadata = { title: 'People', robots: { index: false } }

export default async function Page() {
  const { parts, person, who, workspace } = await workspaceVisitor('/workspace')
  const owns = workspace.role === 'owner'
  const [members, invites] = await Promise.all([
    listMembers(parts, { workspaceId: workspace.id, personId: person.id, role: workspace.role }),
    owns ? listMemberInvites(parts, workspace.id) : [],
  ])
  return (
    <WorkspaceFrame who={who} workspace={workspace} here="people">
      <PeoplePage
        key={workspace.id}
        workspaceId={workspace.id}
        name={workspace.name}
        me={person.id}
        owns={owns}
        members={members}
        invites={invites}
      />
    </WorkspaceFrame>
  )
}
