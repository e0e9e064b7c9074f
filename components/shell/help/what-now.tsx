'use client'
import { Check } from 'lucide-react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { whereIs } from '#components/stage/state/where.ts'
import { Kbd } from '#components/ui/kbd.tsx'
import { useStore } from '#components/ui/store.ts'
import { keysOf } from '#components/workspace/keymap.ts'
import { rightsInWords } from '#lib/access/rights.ts'
import { allActions } from '../all-actions.ts'

/** The keys that carry most of the work, in the order in which they are met. */
const first = ['frame.commands', 'tool.step', 'edit.undo', 'view.all', 'frame.shortcuts']

/** What this person may do in this activity, and the few keys to begin with. */
export function WhatNow() {
  const { item } = whereIs(useStage())
  const { phase } = useStore(useBoard().access)
  const may = useMay('note.add', { own: true, locked: false })
  const keyed = first.flatMap(id => allActions.find(action => action.id === id) ?? [])
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <section>
        <h3 className="mb-1 text-base" dir="auto">
          {item?.name ?? 'Working together'}
        </h3>
        {item?.instruction && (
          <p className="mb-2 text-sm" dir="auto">
            {item.instruction}
          </p>
        )}
        {!may.ok && <p className="mb-2 text-sm text-warn">{may.reason}</p>}
        <ul className="grid gap-1 text-sm">
          {rightsInWords(phase.rights).map(words => (
            <li key={words} className="flex gap-1.5">
              <Check aria-hidden className="mt-1 size-3.5 shrink-0" />
              {words}
            </li>
          ))}
        </ul>
      </section>
      <section className="touch:hidden">
        <h3 className="mb-1 text-base">The keys to begin with</h3>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 text-sm">
          {keyed.map(action => {
            const [keys] = keysOf(action)
            if (keys === undefined || typeof action.label !== 'string') return null
            return (
              <div key={action.id} className="contents">
                <dt>
                  <Kbd keys={keys} />
                </dt>
                <dd>{action.label}</dd>
              </div>
            )
          })}
        </dl>
      </section>
    </div>
  )
}
