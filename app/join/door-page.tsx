import { headers } from 'next/headers'
import { ClosedDoor } from '#components/home/closed-door.tsx'
import { DoorForm } from '#components/home/door-form.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { signedInPerson } from '#server/auth.ts'
import { isAppError } from '#server/base/errors.ts'
import { running } from '#server/base/runtime.ts'
import { addressHeader } from '#server/http/client-address.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { lookAtDoor } from '#server/use-cases/join.ts'

/** Shows the session behind an invite or a code with a form to join, or says why nobody can join. */
export async function DoorPage({ way }: { way: { token: string } | { code: string } }) {
  const [sent, person] = await Promise.all([headers(), signedInPerson()])
  const input = 'token' in way ? openToken(running().env, sent.get('cookie'), way) : way
  const door = await lookAtDoor(running(), person, sent.get(addressHeader) ?? 'unknown', input).catch(error => {
    if (isAppError(error)) return error
    throw error
  })
  if (isAppError(door)) return <ClosedDoor code={door.code} message={door.message} />
  return (
    <Pinned title={door.board.title} brand={<Brand {...door.workspace} className="text-ink-500 text-sm" />}>
      <DoorForm way={way} door={door} />
      {!door.you && 'token' in way && (
        <Aside>
          You have an account?{' '}
          <TextLink href={`/sign-in?to=${encodeURIComponent(`/join/${way.token}`)}`}>Sign in</TextLink> first.
        </Aside>
      )}
    </Pinned>
  )
}
