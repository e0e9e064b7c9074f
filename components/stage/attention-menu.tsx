'use client'
import { Megaphone } from 'lucide-react'
import { useRoster } from '#components/collab/collab-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuSeparator } from '#components/ui/menu.tsx'
import { ActionItem } from '#components/workspace/action-controls.tsx'
import { gather, hidePointers, spotlight } from './attention/attention-actions.ts'
import { showCode } from './session/session-actions.ts'
import { present } from './views/view-actions.ts'

/** The facilitator's menu for everybody's attention: spotlight, gathering, freeze. */
export function AttentionMenu() {
  const { session } = useRoster()
  return (
    <Menu
      label="Everybody’s attention"
      trigger={
        <IconButton label="Everybody’s attention" size="sm">
          <Megaphone />
        </IconButton>
      }
    >
      <ActionItem action={gather} />
      <ActionItem action={spotlight} />
      <ActionItem action={hidePointers} />
      <MenuSeparator />
      <ActionItem action={present} />
      {session?.status === 'open' && <ActionItem action={showCode} />}
    </Menu>
  )
}
