'use client'
import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Input } from '#components/ui/input.tsx'
import type { Member, MemberInvite } from '#lib/protocol/routes/workspaces.ts'
import { InviteMembers } from './invite-members.tsx'
import { LeaveWorkspace } from './leave-workspace.tsx'
import { MemberRow } from './member-row.tsx'
import { OpenInvites } from './open-invites.tsx'

/** More people than fit on a screen get a search. */
const searchFrom = 9

/** Who belongs to a workspace; its owner lets people in, gives roles and takes people out. */
export function PeoplePage({
  workspaceId,
  name,
  me,
  owns,
  members,
  invites,
}: {
  workspaceId: string
  name: string
  /** The id of whoever looks. */
  me: string
  owns: boolean
  members: readonly Member[]
  /** For the owner alone. */
  invites: readonly MemberInvite[]
}) {
  const [query, setQuery] = useState('')
  const [inviting, setInviting] = useState(false)
  const router = useRouter()
  const refresh = () => router.refresh()
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = members.filter(member => {
    const text = `${member.name} ${member.email ?? ''}`.toLocaleLowerCase()
    return words.every(word => text.includes(word))
  })
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-8">
      <section aria-labelledby="members">
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <h2 id="members" className="mr-auto text-lg">
            {members.length === 1 ? '1 person' : `${members.length} people`}
          </h2>
          {members.length >= searchFrom && (
            <Input
              type="search"
              aria-label="Search people"
              placeholder="Search"
              value={query}
              onChange={event => setQuery(event.target.value)}
              className="order-last sm:order-none sm:max-w-64"
            />
          )}
          {owns && (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus />
              Invite people
            </Button>
          )}
        </div>
        <ul aria-labelledby="members" className="divide-y divide-line rounded-md border border-line bg-paper-0">
          {found.map(member => (
            <MemberRow
              key={member.personId}
              workspaceId={workspaceId}
              member={member}
              mine={member.personId === me}
              owns={owns}
              onChange={refresh}
            />
          ))}
        </ul>
        {found.length === 0 && (
          <EmptyState title="Nobody is called so" action={<Button onClick={() => setQuery('')}>Show all</Button>} />
        )}
        <p className="sr-only" aria-live="polite">
          {query && `${found.length} of ${members.length} people`}
        </p>
      </section>
      {owns && <OpenInvites workspaceId={workspaceId} invites={invites} onChange={refresh} />}
      {!owns && <LeaveWorkspace workspaceId={workspaceId} name={name} />}
      <Dialog open={inviting} onOpenChange={setInviting} title="Invite people">
        <InviteMembers workspaceId={workspaceId} onMade={refresh} />
      </Dialog>
    </div>
  )
}
