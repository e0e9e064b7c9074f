'use client'
import { ListOrdered } from 'lucide-react'
import type { ReactElement } from 'react'
import { newEntityId } from '#components/collab/new-id.ts'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx'
import { ActionItem } from '#components/workspace/action-controls.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { agendaOf, readyAgendas } from '#lib/facilitation/agendas.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { previousActivity } from './agenda-actions.ts'

/** The agenda as a menu for the facilitator: moves everybody to an activity, or replaces the agenda. */
export function AgendaMenu({ trigger }: { trigger: ReactElement }) {
  const { agenda, item } = useStage()
  const frame = useFrameStore()
  const ask = useAsk()
  const edit = (
    <MenuItem icon={<ListOrdered />} onSelect={() => frame.change({ panel: 'agenda', over: null })}>
      {agenda.length > 0 ? 'Edit the agenda' : 'Write one’s own agenda'}
    </MenuItem>
  )
  if (agenda.length === 0)
    return (
      <Menu label="Agenda" trigger={trigger} align="center">
        <MenuLabel>Ready-made agendas</MenuLabel>
        {readyAgendas.map(ready => (
          <MenuItem
            key={ready.id}
            title={ready.describes}
            onSelect={() => void ask('agenda.set', { items: agendaOf(ready.id, newEntityId) ?? [] })}
          >
            {ready.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        {edit}
      </Menu>
    )
  return (
    <Menu label="Agenda" trigger={trigger} align="center">
      <ActionItem action={previousActivity} />
      <MenuLabel>Move everybody to</MenuLabel>
      {agenda.map((one, at) => (
        <MenuCheck key={one.id} checked={one.id === item} onSelect={() => void ask('agenda.go', { item: one.id })}>
          <span className="flex gap-2">
            <span className="w-5 text-right text-ink-500 figures">{at + 1}</span>
            <bdi className="flex-1">{one.name}</bdi>
            <span className="text-ink-500 figures">{one.minutes} min</span>
          </span>
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuCheck checked={item === null} onSelect={() => void ask('agenda.go', { item: null })}>
        Work without the agenda
      </MenuCheck>
      {edit}
    </Menu>
  )
}
