'use client'
import { MenuCheck, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx'
import type { WorkspaceRole } from '#lib/access/actor.ts'
import { workspaceCookie } from '#lib/access/workspace-choice.ts'
import type { Me } from '#lib/protocol/routes/people.ts'

export interface OwnWorkspace {
  id: string
  name: string
  role: WorkspaceRole
}
/** The signed-in person, the workspaces that they belong to, and the one that they are in now; null for a guest. */
export interface Who {
  me: Me
  workspaces: readonly OwnWorkspace[]
  workspace: OwnWorkspace | null
}

/** Goes to another workspace: its boards, its library, its people; this browser comes back to it for a year. */
export function enterWorkspace(id: string, path = '/'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `${workspaceCookie}=${encodeURIComponent(id)}; path=/; max-age=31536000; samesite=lax`
  window.location.assign(path)
}

/** The workspaces of somebody who belongs to several, as items of a menu. */
export function WorkspaceSwitch({ who: { workspaces, workspace } }: { who: Who }) {
  if (workspaces.length < 2) return null
  return (
    <>
      <MenuLabel>Workspace</MenuLabel>
      {workspaces.map(({ id, name }) => (
        <MenuCheck
          key={id}
          checked={id === workspace?.id}
          onSelect={() => {
            const about = window.location.pathname.startsWith('/workspace')
            if (id !== workspace?.id) enterWorkspace(id, about ? '/workspace' : '/')
          }}
        >
          <bdi className="block max-w-56 truncate">{name}</bdi>
        </MenuCheck>
      ))}
      <MenuSeparator />
    </>
  )
}
