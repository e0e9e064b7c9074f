'use client'
import { ArrowDown, ArrowUp, Copy, CornerDownRight, Ellipsis, Trash2 } from 'lucide-react'
import { newEntityId } from '#components/collab/new-id.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { toast } from '#components/ui/toast.tsx'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { copyItem, moveItem, removeItem } from '#lib/facilitation/edit-agenda.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { useAgendaEdit } from './use-agenda-edit.ts'

/** What can be done with one item of the agenda. */
export function ItemMenu({ item, at }: { item: AgendaItem; at: number }) {
  const { agenda, item: now } = useStage()
  const edit = useAgendaEdit()
  const ask = useAsk()
  const remove = () => {
    edit(items => removeItem(items, item.id))
    toast({
      text: `“${item.name}” is off the agenda.`,
      action: {
        label: 'Undo',
        perform: () => edit(items => [...items.slice(0, at), item, ...items.slice(at)]),
      },
    })
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={`More for ${item.name}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem
        icon={<CornerDownRight />}
        disabled={item.id === now}
        onSelect={() => void ask('agenda.go', { item: item.id })}
      >
        Move everybody here
      </MenuItem>
      <MenuItem icon={<ArrowUp />} disabled={at === 0} onSelect={() => edit(items => moveItem(items, item.id, at - 1))}>
        Earlier
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        disabled={at === agenda.length - 1}
        onSelect={() => edit(items => moveItem(items, item.id, at + 1))}
      >
        Later
      </MenuItem>
      <MenuItem icon={<Copy />} onSelect={() => edit(items => copyItem(items, item.id, newEntityId()))}>
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onSelect={remove}>
        Take off the agenda
      </MenuItem>
    </Menu>
  )
}
