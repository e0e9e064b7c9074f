import { Ban } from 'lucide-react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { When } from '#components/ui/when.tsx'
import type { MemberInvite } from '#lib/protocol/routes/workspaces.ts'
import { memberRoles } from './role-words.ts'

/** Links by which people can still become members, each to be closed. */
export function OpenInvites({
  workspaceId,
  invites,
  onChange,
}: {
  workspaceId: string
  invites: readonly MemberInvite[]
  onChange: () => void
}) {
  if (invites.length === 0) return null
  const close = async (itemId: string) => {
    await askAndSay('DELETE /api/workspaces/[workspaceId]/invites/[itemId]', { workspaceId, itemId })
    onChange()
  }
  return (
    <section aria-labelledby="open-invites">
      <h2 id="open-invites" className="mb-3 text-lg">
        Open invites
      </h2>
      <ul aria-labelledby="open-invites" className="divide-y divide-line rounded-md border border-line bg-paper-0">
        {invites.map(({ id, role, uses, maxUses, expiresAt, createdAt }) => (
          <li key={id} className="flex min-h-14 items-center gap-3 px-3 py-2 sm:px-4">
            <div className="min-w-0 flex-1">
              <p className="text-sm">
                {memberRoles[role].label}
                {maxUses === 1 ? ', for one person' : `, for ${maxUses} people, ${uses} came`}
              </p>
              <p className="text-ink-500 text-xs">
                made <When at={createdAt} />, works until <When at={expiresAt} />
              </p>
            </div>
            <Button size="sm" variant="ghost" onClick={() => void close(id)}>
              <Ban aria-hidden />
              Close<span className="sr-only"> the invite for a {role}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
