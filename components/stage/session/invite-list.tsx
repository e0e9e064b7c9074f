'use client'
import { Ban, KeyRound } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Invite } from '#lib/protocol/routes/sessions.ts'
import { roleWords } from './role-words.ts'

/** Links into the session, each with a button to revoke it. `made` changes when there is a new one. */
export function InviteList({ made }: { made: number }) {
  const { session } = useRoster()
  const id = session?.id
  const [invites, setInvites] = useState<readonly Invite[]>([])
  const read = useCallback(async () => {
    if (id === undefined) return
    const answer = await askServer('GET /api/sessions/[sessionId]/invites', { sessionId: id })
    if (answer.ok) setInvites(answer.invites)
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that was just made is on the list.
  useEffect(() => void read(), [read, made])
  if (invites.length === 0) return null
  const revoke = async (inviteId: string) => {
    await askAndSay('DELETE /api/invites/[inviteId]', { inviteId })
    await read()
  }
  return (
    <section aria-labelledby="links-made" className="mt-5 border-line border-t pt-4">
      <h3 id="links-made" className="mb-1 text-base">
        Links made so far
      </h3>
      <p className="mb-1 text-ink-500 text-xs">A revoked link lets nobody in any more; who came by it stays.</p>
      <ul className="grid">
        {[...invites]
          .sort((a, b) => b.createdAt - a.createdAt)
          .map(invite => {
            const state = stateOf(invite)
            return (
              <li key={invite.id} className="flex min-h-11 items-center gap-2 text-sm">
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-1.5">
                    {roleWords[invite.role]}
                    {invite.password && <KeyRound role="img" aria-label="with a password" className="size-3.5" />}
                  </span>
                  <span className="block text-ink-500 text-xs figures">
                    {[
                      `made ${short(invite.createdAt)}`,
                      `used ${invite.uses}${invite.maxUses === null ? '' : ` of ${invite.maxUses}`}`,
                      state === null && invite.expiresAt !== null ? `until ${short(invite.expiresAt)}` : null,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </span>
                {state === null ? (
                  <Button size="sm" variant="ghost" onClick={() => void revoke(invite.id)}>
                    <Ban aria-hidden />
                    Revoke<span className="sr-only"> the link for {roleWords[invite.role]}</span>
                  </Button>
                ) : (
                  <Badge>{state}</Badge>
                )}
              </li>
            )
          })}
      </ul>
    </section>
  )
}

/** Returns why a link no longer works; null while it does. */
function stateOf(invite: Invite): string | null {
  if (invite.revokedAt !== null) return 'Revoked'
  if (invite.expiresAt !== null && invite.expiresAt <= Date.now()) return 'Expired'
  if (invite.maxUses !== null && invite.uses >= invite.maxUses) return 'Used up'
  return null
}

const short = (at: number) => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
