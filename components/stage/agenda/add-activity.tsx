'use client'
import { Plus } from 'lucide-react'
import { newEntityId } from '#components/collab/new-id.ts'
import { Button } from '#components/ui/button.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { activities } from '#lib/facilitation/activities/index.ts'
import { addItem, durationWords } from '#lib/facilitation/edit-agenda.ts'
import { useAgendaEdit } from './use-agenda-edit.ts'

/** Every activity there is, to put on the agenda. */
export function AddActivity() {
  const edit = useAgendaEdit()
  return (
    <Menu
      label="Activities"
      trigger={
        <Button size="sm" className="justify-self-start">
          <Plus aria-hidden />
          Add an activity
        </Button>
      }
    >
      {activities.map(({ id, name, minutes, instruction }) => (
        <MenuItem key={id} title={instruction} onSelect={() => edit(items => addItem(items, id, newEntityId()))}>
          <span className="flex gap-4">
            <span className="flex-1">{name}</span>
            <span className="text-ink-500 figures">{durationWords(minutes)}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
