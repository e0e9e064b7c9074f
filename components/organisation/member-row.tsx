import { cx } from 'class-variance-authority'
import { Crown, Ellipsis, KeyRound, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/input.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import type { Member } from '#lib/protocol/routes/workspaces.ts'
import { Confirm } from './confirm.tsx'
import { ResetLink } from './reset-link.tsx'
import { memberRoles } from './role-words.ts'

/** One person of a workspace; its owner gives them a role, hands over to them or takes them out. */
export function MemberRow({
  workspaceId,
  member,
  mine,
  owns,
  onChange,
}: {
  workspaceId: string
  member: Member
  mine: boolean
  owns: boolean
  onChange: () => void
}) {
  const { personId, name, email, role, joinedAt, lastHere } = member
  const [asking, setAsking] = useState<'remove' | 'hand over' | 'reset' | null>(null)
  const changes = owns && role !== 'owner'
  const change = async (next: 'facilitator' | 'manager') => {
    const path = { workspaceId, personId }
    if (await askAndSay('PATCH /api/workspaces/[workspaceId]/members/[personId]', path, { role: next }))
      toast({ text: `${name} is ${memberRoles[next].label.toLowerCase()} now.` })
    onChange()
  }
  const remove = async () => {
    if (await askAndSay('DELETE /api/workspaces/[workspaceId]/members/[personId]', { workspaceId, personId }))
      toast({ text: `${name} is out of the workspace.` })
    onChange()
  }
  const handOver = async () => {
    if (await askAndSay('POST /api/workspaces/[workspaceId]/hand-over', { workspaceId }, { to: personId }))
      toast({ text: `${name} owns the workspace now; you are a facilitator of it.` })
    onChange()
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3 sm:px-4">
      <Avatar name={name} personId={personId} decorative />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-semibold">
          <bdi>{name}</bdi>
          {mine && <span className="font-normal text-ink-500"> (you)</span>}
        </p>
        {email && <p className="truncate text-ink-500 text-sm">{email}</p>}
      </div>
      <dl className="flex shrink-0 basis-full flex-wrap gap-x-4 text-ink-500 text-xs max-sm:order-last max-sm:pl-11 sm:basis-44 sm:flex-col">
        <div className="flex gap-1">
          <dt>Since</dt>
          <dd>
            <When at={joinedAt} />
          </dd>
        </div>
        {owns && (
          <div className="flex gap-1">
            <dt>Last here</dt>
            <dd>{lastHere === null ? 'not yet' : <When at={lastHere} />}</dd>
          </div>
        )}
      </dl>
      <div className={cx('flex items-center gap-2', changes && 'max-sm:basis-full max-sm:pl-11')}>
        {changes ? (
          <Select
            aria-label={`Role of ${name}`}
            title={memberRoles[role].means}
            value={role}
            onChange={event => void change(event.target.value === 'manager' ? 'manager' : 'facilitator')}
            className="w-36"
          >
            <option value="facilitator">{memberRoles.facilitator.label}</option>
            <option value="manager">{memberRoles.manager.label}</option>
          </Select>
        ) : (
          <span title={memberRoles[role].means} className="w-36 px-3 text-ink-700 text-sm max-sm:w-auto">
            {memberRoles[role].label}
          </span>
        )}
        {owns && (
          <span className="grid w-8 place-items-center max-sm:empty:hidden">
            {changes && (
              <Menu
                align="end"
                trigger={
                  <IconButton label={`More for ${name}`} size="sm">
                    <Ellipsis />
                  </IconButton>
                }
              >
                <MenuItem icon={<Crown />} onSelect={() => setAsking('hand over')}>
                  Hand the workspace over
                </MenuItem>
                {email !== null && (
                  <MenuItem icon={<KeyRound />} onSelect={() => setAsking('reset')}>
                    New password
                  </MenuItem>
                )}
                <MenuSeparator />
                <MenuItem icon={<UserMinus />} danger onSelect={() => setAsking('remove')}>
                  Remove from the workspace
                </MenuItem>
              </Menu>
            )}
          </span>
        )}
      </div>
      <ResetLink
        workspaceId={workspaceId}
        personId={personId}
        name={name}
        open={asking === 'reset'}
        onClose={() => setAsking(null)}
      />
      <Confirm
        open={asking === 'remove'}
        onClose={() => setAsking(null)}
        title={`Remove ${name}?`}
        description="They are out at once: of the library, of every board, and of a session that they are in or lead. Links that they made are closed. What they wrote stays."
        action="Remove"
        onConfirm={remove}
      />
      <Confirm
        open={asking === 'hand over'}
        onClose={() => setAsking(null)}
        title={`Hand the workspace over to ${name}?`}
        description="They decide from then on who belongs to it, and only they can hand it back. You stay as a facilitator."
        action="Hand over"
        onConfirm={handOver}
      />
    </li>
  )
}
