'use client'
import Link from 'next/link'
import { FigureLine } from '#components/charts/figures.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { When } from '#components/ui/when.tsx'
import { comparedFigures, type Figures } from '#lib/report/figures.ts'
import type { Report } from '#lib/report/report.ts'

/** A finished board as the library lists it. */
export interface CardData extends Pick<Report, 'verdicts'> {
  before: Figures
  after: Figures
  id: string
  title: string
  customer: string
  process: string
  tags: readonly string[]
  finishedAt: number
  facilitator: string | null
  picture: string
  promise: string
  actions: { open: number; overdue: number; done: number }
  excerpt: readonly { text: string; hit: boolean }[]
}

/** Its wall, what was promised, and what became of it; the whole card opens it. */
export function LibraryCard({
  card,
  picked,
  onPick,
}: {
  card: CardData
  picked: boolean
  /** undefined: two are picked already. */
  onPick: (() => void) | undefined
}) {
  const figures = comparedFigures(card.before, card.after)
  const points = figures.find(figure => figure.key === 'points')
  const rty = figures.find(figure => figure.key === 'rty')
  return (
    <li className="group relative grid grid-rows-[auto_1fr] rounded-md border border-line bg-paper-0 transition-shadow duration-150 focus-within:shadow-panel hover:shadow-panel">
      <div className="toned aspect-[16/8] overflow-hidden rounded-t-[5px] bg-wall">
        {/* biome-ignore lint/performance/noImgElement: an SVG made by our own route; there is nothing to optimise. */}
        <img src={card.picture} alt="" loading="lazy" className="size-full object-cover object-left-top" />
      </div>
      <div className="grid min-w-0 content-start gap-2.5 px-4 pt-3.5 pb-4">
        <div>
          <h2 className="font-title text-lg leading-snug" dir="auto">
            <Link
              href={`/library/${card.id}`}
              className="line-clamp-2 after:absolute after:inset-0 after:rounded-md"
              title={card.title}
            >
              {card.title}
            </Link>
          </h2>
          <p className="truncate text-ink-500 text-xs">
            <When at={card.finishedAt} />
            {[card.facilitator, card.customer, card.process].filter(Boolean).map(text => (
              <bdi key={text}> · {text}</bdi>
            ))}
          </p>
        </div>
        {card.excerpt.length > 0 ? (
          <p dir="auto" className="line-clamp-3 text-ink-700 text-sm">
            {card.excerpt.map((part, i) =>
              part.hit ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text in their order.
                <mark key={i} className="rounded-[2px] bg-warn-soft px-0.5 font-semibold text-ink-900">
                  {part.text}
                </mark>
              ) : (
                part.text
              ),
            )}
          </p>
        ) : (
          card.promise && (
            <p dir="auto" className="line-clamp-2 font-title text-ink-700 text-sm italic leading-snug">
              “{card.promise}”
            </p>
          )
        )}
        <div className="flex flex-wrap gap-x-6 gap-y-1 border-line border-t pt-2.5">
          {points && <FigureLine figure={points} />}
          {rty && <FigureLine figure={rty} label="get through" />}
        </div>
        <div className="flex min-h-7 flex-wrap items-center gap-1.5">
          {card.actions.overdue > 0 && <Badge tone="danger">{card.actions.overdue} overdue</Badge>}
          {card.actions.open > 0 && <Badge>{card.actions.open} open</Badge>}
          {card.actions.done > 0 && <Badge tone="good">{card.actions.done} done</Badge>}
          {card.tags.slice(0, 3).map(tag => (
            <span key={tag} className="text-ink-500 text-xs">
              #{tag}
            </span>
          ))}
          <label className="relative ml-auto flex min-h-7 items-center gap-1.5 rounded-sm px-1 text-ink-700 text-xs touch:min-h-11">
            <input
              type="checkbox"
              checked={picked}
              disabled={onPick === undefined}
              onChange={onPick}
              aria-label={`Compare ${card.title}`}
              className="size-4 accent-accent"
            />
            Compare
          </label>
        </div>
      </div>
    </li>
  )
}
