import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { AccountForm } from '#components/home/account-form.tsx'
import { ClosedDoor } from '#components/home/closed-door.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { WorkspaceDoor } from '#components/home/workspace-door.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { signInFor } from '#lib/access/path.ts'
import { signedInPerson } from '#server/auth.ts'
import { isAppError } from '#server/base/errors.ts'
import { running } from '#server/base/runtime.ts'
import { addressHeader } from '#server/http/client-address.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { lookAtMemberInvite } from '#server/use-cases/members.ts'

export const metadata: Metadata = { title: 'Join a workspace', robots: { index: false }, referrer: 'no-referrer' }

const comesAs = {
  facilitator: 'You will make boards and lead sessions there.',
  manager: 'You will read its boards and its library.',
}

export default async function JoinWorkspace({ params }: { params: Promise<{ token: string }> }) {
  const token = (await params).token.slice(0, 300)
  const [sent, person] = await Promise.all([headers(), signedInPerson()])
  const input = openToken(running().env, sent.get('cookie'), { token })
  const invite = await lookAtMemberInvite(running(), sent.get(addressHeader) ?? 'unknown', input.token).catch(error => {
    if (isAppError(error)) return error
    throw error
  })
  if (isAppError(invite)) return <ClosedDoor code={invite.code} message={invite.message} toWorkspace />
  const logo = invite.workspace.logo && <Brand {...invite.workspace} />
  const lead = (
    <>
      {invite.by && (
        <>
          <bdi>{invite.by}</bdi> invites you.{' '}
        </>
      )}
      {comesAs[invite.role]}
    </>
  )
  if (person && !(await running().store.people.isGuest(person.id)))
    return (
      <Pinned title={`Join ${invite.workspace.name}`} brand={logo} lead={lead}>
        <WorkspaceDoor token={token} name={person.name} />
      </Pinned>
    )
  const back = `/join-workspace/${encodeURIComponent(token)}`
  return (
    <Pinned
      title={`Join ${invite.workspace.name}`}
      brand={logo}
      lead={<>{lead} Members have an account: make yours.</>}
    >
      <AccountForm way="sign-up" to={back} invite={{ token, workspaceId: invite.workspace.id }} />
      <Aside>
        You have one? <TextLink href={signInFor(back)}>Sign in</TextLink>.
      </Aside>
    </Pinned>
  )
}
