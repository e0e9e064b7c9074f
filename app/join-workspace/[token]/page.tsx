import type { Metadata } from 'next'
import { AccountForm } from '#components/home/account-form.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { WorkspaceDoor } from '#components/home/workspace-door.tsx'
import { signInFor } from '#lib/access/path.ts'
import { signedInPerson } from '#server/auth.ts'

export const metadata: Metadata = { title: 'Join a workspace', robots: { index: false }, referrer: 'no-referrer' }

export default async function JoinWorkspace({ params }: { params: Promise<{ token: string }> }) {
  const token = (await params).token.slice(0, 300)
  const person = await signedInPerson()
  const back = `/join-workspace/${encodeURIComponent(token)}`
  if (person?.email)
    return (
      <Pinned title="Join the workspace" lead="You will see its boards, and lead or read them as you were invited to.">
        <WorkspaceDoor token={token} name={person.name} />
      </Pinned>
    )
  return (
    <Pinned title="Join the workspace" lead="Members of a workspace have an account. Create yours, then go on.">
      <AccountForm way="sign-up" to={back} />
      <Aside>
        You have one? <TextLink href={signInFor(back)}>Sign in</TextLink>.
      </Aside>
    </Pinned>
  )
}
