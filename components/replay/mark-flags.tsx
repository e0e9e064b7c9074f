'use client'
import { Eye, Flag, type LucideIcon, MessageSquare, Snowflake, Stamp, Vote } from 'lucide-react'
import { useStore, useStorePart } from '#components/ui/store.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'
import type { MarkKind, ReplayMark } from '#lib/replay/marks.ts'
import { clockTime, useReplay } from './replay-context.ts'

const icons: Record<MarkKind, LucideIcon> = {
  activity: Flag,
  'vote-opened': Vote,
  'vote-closed': Vote,
  reveal: Eye,
  frozen: Snowflake,
  comment: MessageSquare,
  finished: Stamp,
}
/** Share of the axis that two marks keep from each other; of those closer, the first stands for all. */
const apart = 0.022

/** The signposts over the timeline: activities, votes, reveals, comments. Pressing one goes there. */
export function MarkFlags() {
  const { playback, ...replay } = useReplay()
  const marks = useStore(replay.marks)
  // Skipping silence makes another axis.
  useStorePart(playback, now => now.skip)
  const groups: { share: number; marks: ReplayMark[] }[] = []
  for (const mark of marks) {
    const share = playback.shareOf(mark.row)
    const last = groups.at(-1)
    if (last && share - last.share < apart) last.marks.push(mark)
    else groups.push({ share, marks: [mark] })
  }
  return (
    <ul aria-label="Marks" className="absolute inset-x-3 top-0 h-6">
      {groups.map(({ share, marks: [first, ...more] }) => {
        if (!first) return null
        const Icon = icons[first.kind]
        const at = clockTime(playback.columns.at[first.row] ?? 0)
        const label = [first, ...more]
          .slice(0, 4)
          .map(mark => mark.label)
          .join(', ')
        const rest = more.length > 3 ? ` and ${more.length - 3} more` : ''
        return (
          <li key={first.row} className="-translate-x-1/2 absolute top-0" style={{ left: `${share * 100}%` }}>
            <Tooltip label={`${label}${rest}, ${at}`} side="top">
              <button
                type="button"
                aria-label={`${label}${rest}, ${at}`}
                onClick={() => playback.goTo(first.row)}
                className="grid size-6 place-items-center rounded-sm text-ink-700 hover:bg-ink-900/10 hover:text-ink-900"
              >
                <Icon aria-hidden className="size-3.5" />
              </button>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
