'use client'
import { type KeyboardEvent, useState } from 'react'
import { useBoard, useSelection } from '#components/board/state/board-context.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { pointKinds } from '#lib/notes/define.ts'
import type { Item } from './point-list.ts'
import { decide, goToItem, isAt, type PointDecision, selectedTarget } from './walk.ts'

/**
 * Steps through the list one by one. The current item is the one selected on the wall, so that panel and wall never
 * disagree; of several items on one target, the one that was chosen.
 */
export function useWalk(items: readonly Item[]) {
  const board = useBoard()
  useSelection()
  const frame = useFrameStore()
  const { asking: askedFrom } = useFrame()
  const [picked, setPicked] = useState<string | null>(null)
  const [askingFor, setAskingFor] = useState<string | null>(null)
  const target = selectedTarget(board)
  const here = items.filter(item => isAt(item, target))
  const current = here.find(item => item.key === picked) ?? here[0]
  const index = current ? items.indexOf(current) : -1

  const ask = (asking: boolean) => {
    setAskingFor(asking ? (current?.key ?? null) : null)
    frame.change({ asking: false })
  }
  const go = (item: Item | undefined) => {
    if (!item) return
    setPicked(item.key)
    ask(false)
    goToItem(board, item, `${items.indexOf(item) + 1} of ${items.length}`)
  }
  const take = (item: Item, decision: PointDecision) => {
    // The next item is selected before this one leaves the list.
    const next = items[index + 1] ?? items[index - 1]
    if (!decide(board, item, decision)) return
    ask(false)
    if (item.state === 'proposed' && decision.do !== 'forget') go(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select,summary')) return
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const kind = pointKinds[Number(key) - 1]
    if (key === 'ArrowDown') go(items[index + 1] ?? current)
    else if (key === 'ArrowUp') go(items[Math.max(0, index - 1)])
    else if (key === 'Home') go(items[0])
    else if (key === 'End') go(items.at(-1))
    else if (!current) return
    else if (key === 'y') take(current, { do: 'confirm' })
    else if (key === 'x' || key === 'Delete') ask(true)
    else if (kind) take(current, { do: 'confirm', kind })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    items,
    current,
    index,
    /** Whether the reason of a dismissal is being entered. */
    asking: current !== undefined && (askedFrom || askingFor === current.key),
    ask,
    go,
    decide: take,
    onKeyDown,
  }
}
