'use client'
import { Megaphone } from 'lucide-react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuSeparator } from '#components/ui/menu.tsx'
import { ActionItem } from '#components/workspace/action-controls.tsx'
import { freeze, gather, hidePointers, laser, spotlight } from './attention/attention-actions.ts'
import { showCode } from './session/session-actions.ts'
import { present } from './views/view-actions.ts'

/** Whoever leads gets everybody’s attention: all of it in one menu, in words. */
export function AttentionMenu() {
  const { session } = useRoster()
  return (
    <Menu
      label="Everybody’s attention"
      align="end"
      trigger={
        <IconButton label="Everybody’s attention" size="sm">
          <Megaphone />
        </IconButton>
      }
    >
      <ActionItem action={gather} />
      <ActionItem action={spotlight} />
      <ActionItem action={freeze} />
      <ActionItem action={laser} />
      <ActionItem action={hidePointers} />
      <MenuSeparator />
      <ActionItem action={present} />
      {session?.status === 'open' && <ActionItem action={showCode} />}
    </Menu>
  )
}
