'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { keepsUnsent } from '#components/collab/unsent.ts'
import { DisplayItems } from '#components/pages/display-items.tsx'
import { SignOutDialog, signOutHere } from '#components/pages/sign-out.tsx'
import { roleWords } from '#components/stage/session/role-words.ts'
import { chime } from '#components/stage/timer/chime.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx'
import { useStore } from '#components/ui/store.ts'
import { ActionItem } from '#components/workspace/action-controls.tsx'
import { openHelp } from './frame-actions.ts'

/** This person: who one is here, how one likes to see and hear it, and the way out. */
export function MeMenu() {
  const { you, people } = useRoster()
  const sound = useStore(chime)
  const [asking, setAsking] = useState(false)
  const router = useRouter()
  const me = you ? people.get(you.personId) : undefined
  if (!me) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={`${me.name}: you and the display`}
            className="grid shrink-0 place-items-center rounded-full p-1 hover:bg-ink-900/10 touch:min-h-11 touch:min-w-11"
          >
            <Avatar name={me.name} personId={me.id} colour={me.colour} decorative />
          </button>
        }
      >
        <MenuLabel>
          <bdi className="block max-w-56 truncate font-semibold text-ink-900">{me.name}</bdi>
          <span className="block">{roleWords[me.role]}</span>
        </MenuLabel>
        <MenuSeparator />
        <DisplayItems />
        <MenuCheck checked={sound} onSelect={() => chime.choose(!sound)}>
          Soft sound when the time is up
        </MenuCheck>
        <MenuSeparator />
        <ActionItem action={openHelp} short />
        <MenuItem onSelect={() => router.push('/account')}>Account</MenuItem>
        {!me.guest && (
          <MenuItem onSelect={() => (keepsUnsent(me.id) ? setAsking(true) : void signOutHere(me.id))}>
            Sign out
          </MenuItem>
        )}
      </Menu>
      <SignOutDialog open={asking} onOpenChange={setAsking} personId={me.id} />
    </>
  )
}
