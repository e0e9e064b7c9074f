import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { CodeForm } from './code-form.tsx'
import { Pinned } from './pinned.tsx'

const titles: Record<string, string> = {
  'no-such-invite': 'This link leads nowhere',
  'invite-revoked': 'This link was closed',
  'invite-expired': 'This link has expired',
  'invite-used-up': 'This link is used up',
  'session-ended': 'This workshop has ended',
  'no-such-code': 'No workshop has this code',
}

/** Why an invite does not work, what is safe, and what to do; `toWorkspace`: it was one for members, not for a session. */
export function ClosedDoor({
  code,
  message,
  toWorkspace = false,
}: {
  code: string
  message: string
  toWorkspace?: boolean
}) {
  return (
    <Pinned title={titles[code] ?? 'This door does not open'} lead={message}>
      {code === 'session-ended' || toWorkspace ? (
        <Button asChild>
          <Link href="/">Home</Link>
        </Button>
      ) : (
        <CodeForm hint="Or type the code on the facilitator’s screen." />
      )}
    </Pinned>
  )
}
