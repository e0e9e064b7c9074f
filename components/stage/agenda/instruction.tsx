'use client'
import { cx } from 'class-variance-authority'
import { Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { rightsInWords } from '#lib/access/rights.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { useStage } from '../state/use-stage.ts'
import { whereIs } from '../state/where.ts'

/** What to do now and what is allowed, in full; `short` leaves the rights out on a phone. */
export function Instruction({ item, short = false }: { item: AgendaItem; short?: boolean }) {
  return (
    <div className="grid gap-2">
      {item.instruction && (
        <p className="text-sm" dir="auto">
          {item.instruction}
        </p>
      )}
      <ul
        aria-label="What may be done now"
        className={cx('grid gap-0.5 text-ink-500 text-xs', short && 'max-sm:hidden')}
      >
        {rightsInWords(item.rights).map(words => (
          <li key={words} className="flex gap-1.5">
            <Check aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Activities whose card was closed in this browser, on any board. */
const key = 'brownpaper.met'
const most = 200

function met(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** At the first meeting of an activity, its instruction is shown on the wall until it is closed. */
export function InstructionCard() {
  const stage = useStage()
  const board = useBoard()
  const { item, at } = whereIs(stage)
  const [seen, setSeen] = useState<readonly string[]>(met)
  const id = item?.id
  const name = item?.name
  useEffect(() => {
    if (id !== undefined) board.announce(`Now: ${name}.`)
  }, [id, name, board])
  if (!item || seen.includes(item.id)) return null
  const putAway = () => {
    const next = [...seen, item.id].slice(-most)
    setSeen(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Without storage the card is there again after a reload.
    }
  }
  return (
    <section
      aria-label={`Instruction: ${item.name}`}
      className="absolute inset-x-3 top-14 z-20 mx-auto max-w-sm animate-rise rounded-note bg-paper-0 p-4 pt-3 text-ink-900 shadow-lift sm:top-16"
    >
      <span
        aria-hidden
        className="-translate-x-1/2 -top-2 -rotate-1 absolute left-1/2 h-4 w-20 bg-tape/90 shadow-note"
      />
      <header className="mb-1 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-ink-500 text-xs figures">
            {at + 1} of {stage.agenda.length}
            {item.minutes > 0 && `, ${item.minutes} minutes`}
          </p>
          <h2 className="text-lg" dir="auto">
            {item.name}
          </h2>
        </div>
        <IconButton label="Put the card away" size="sm" className="-mr-1.5" onClick={putAway}>
          <X />
        </IconButton>
      </header>
      <Instruction item={item} short />
      <div className="mt-3 flex justify-end">
        <Button variant="primary" size="sm" onClick={putAway}>
          Got it
        </Button>
      </div>
    </section>
  )
}
