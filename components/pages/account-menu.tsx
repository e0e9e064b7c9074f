'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { forgetShellOfOthers } from '#components/collab/offline-shell.ts'
import { keepsUnsent } from '#components/collab/unsent.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx'
import { DisplayItems } from './display-items.tsx'
import { SignOutDialog, signOutHere } from './sign-out.tsx'
import { type Who, WorkspaceSwitch } from './workspace-switch.tsx'

/** The signed-in person, their workspaces, display settings, and signing out. */
export function AccountMenu({ who }: { who: Who }) {
  const { me } = who
  const router = useRouter()
  useEffect(() => {
    // Who was here before may have left without signing out.
    forgetShellOfOthers(me.id).catch(() => {})
  }, [me.id])
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button type="button" aria-label={`${me.name}: account and display`} className="rounded-full p-1.5">
            <Avatar name={me.name} personId={me.id} decorative />
          </button>
        }
      >
        <MenuLabel>
          <bdi className="block max-w-56 truncate font-semibold text-ink-900">{me.name}</bdi>
          <span className="block max-w-56 truncate">{me.email ?? 'Guest'}</span>
        </MenuLabel>
        <MenuSeparator />
        <WorkspaceSwitch who={who} />
        <DisplayItems />
        <MenuSeparator />
        <MenuItem onSelect={() => router.push('/account')}>Account</MenuItem>
        {who.workspace && (
          <MenuItem onSelect={() => router.push('/workspace')}>People and settings of the workspace</MenuItem>
        )}
        <MenuItem onSelect={() => (keepsUnsent(me.id) ? setAsking(true) : void signOutHere(me.id))}>Sign out</MenuItem>
      </Menu>
      <SignOutDialog open={asking} onOpenChange={setAsking} personId={me.id} />
    </>
  )
}
