'use client'
import type { ReactNode } from 'react'
import { MenuItem, MenuSub } from '#components/ui/menu.tsx'
import type { Action } from '#components/workspace/action.ts'
import { keysOf } from '#components/workspace/keymap.ts'
import { useBoard } from '../state/board-context.tsx'
import { actions } from './index.ts'
import { answerFor, applies, run } from './perform.ts'

/** An action as an item of a menu; in a submenu that says what it is about the short label will do. */
export function ActionItem({ action, short = false }: { action: Action; short?: boolean }) {
  const board = useBoard()
  const answer = answerFor(action, board)
  const { icon: Icon } = action
  return (
    <MenuItem
      icon={Icon ? <Icon className="size-4" /> : <span className="size-4" />}
      shortcut={keysOf(action)[0]}
      disabled={!answer.ok}
      title={answer.ok ? undefined : answer.reason}
      danger={action.danger ?? false}
      onSelect={() => run(action, board)}
    >
      {short ? action.label.replace(/^[^:]*: /, '') : action.label}
    </MenuItem>
  )
}

/** Those of the actions that concern what is selected, by their ids or as they are. */
export function useApplying(list: readonly (Action | string)[]): Action[] {
  const board = useBoard()
  return list
    .flatMap(one => (typeof one === 'string' ? (actions.find(action => action.id === one) ?? []) : one))
    .filter(action => applies(action, board))
}

export function ActionSub(props: { label: string; icon?: ReactNode; list: readonly Action[] }) {
  const list = useApplying(props.list)
  return list.length === 0 ? null : (
    <MenuSub label={props.label} icon={props.icon ?? <span className="size-4" />}>
      {list.map(action => (
        <ActionItem key={action.id} action={action} short />
      ))}
    </MenuSub>
  )
}

export function ActionItems({ list }: { list: readonly (Action | string)[] }) {
  return useApplying(list).map(action => <ActionItem key={action.id} action={action} />)
}
