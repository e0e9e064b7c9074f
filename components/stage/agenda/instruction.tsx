'use client'
import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'
import { rightsInWords } from '#lib/access/rights.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'

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
