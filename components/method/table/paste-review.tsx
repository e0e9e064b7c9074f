'use client'
import { useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { TablePlan } from '#lib/method/table.ts'

/** Reasons listed at once; the others are counted. */
const most = 30

/** A preview of a paste. */
export function PasteReview({ plan, onSettle }: { plan: TablePlan; onSettle: (take: boolean) => void }) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { changes, added, refused } = plan
  const nothing = changes.length === 0 && added.length === 0
  return (
    <section
      aria-label="What the paste would do"
      className="grid gap-2 border-line border-t bg-paper-100 px-4 py-3 text-sm sm:px-5"
    >
      <p>
        <strong>{sayPlan(plan)}</strong>{' '}
        {refused.length > 0 ? 'Nothing has been written yet.' : 'They are written as one step, which Undo takes back.'}
      </p>
      {refused.length > 0 && (
        <ul
          aria-label="Not understood"
          className="max-h-36 overflow-y-auto rounded-md bg-danger-soft px-3 py-2 text-danger"
        >
          {refused.slice(0, most).map(({ row, column, reason }) => (
            <li key={`${row} ${column} ${reason}`}>
              <strong className="figures">
                Row {row}
                {column && `, ${column}`}:
              </strong>{' '}
              {reason}
            </li>
          ))}
          {refused.length > most && <li>And {refused.length - most} more.</li>}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {!nothing && refused.length === 0 && (
          <Button ref={first} variant="primary" size="sm" onClick={() => onSettle(true)}>
            Paste
          </Button>
        )}
        <Button
          {...(refused.length > 0 ? { ref: first } : {})}
          variant={refused.length > 0 ? 'primary' : 'quiet'}
          size="sm"
          onClick={() => onSettle(false)}
        >
          {refused.length > 0 ? 'Write nothing' : 'Cancel'}
        </Button>
        {!nothing && refused.length > 0 && (
          <Button size="sm" onClick={() => onSettle(true)}>
            Paste the rest, leave these out
          </Button>
        )}
      </div>
    </section>
  )
}

const rows = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

function sayPlan({ changes, added, refused }: TablePlan): string {
  const does = [
    changes.length > 0 ? `${rows(changes.length, 'row')} changed` : '',
    added.length > 0 ? `${rows(added.length, 'new step')}` : '',
    refused.length > 0 ? `${rows(refused.length, 'cell')} not understood` : '',
  ].filter(Boolean)
  return `${does.join(', ')}.`
}
