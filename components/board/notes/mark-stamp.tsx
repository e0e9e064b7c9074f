import { papers } from '#lib/notes/papers.ts'
import type { Mark } from '../state/decorations.ts'

/** A small round stamp with a letter and a number. */
export function MarkStamp({ mark }: { mark: Mark }) {
  const { fill, edge, ink } = papers[mark.paper]
  return (
    <span
      role="img"
      aria-label={mark.title}
      title={mark.title}
      className="mark-stamp"
      data-proposed={mark.proposed || undefined}
      style={{ '--fill': fill, '--edge': edge, '--ink': ink }}
    >
      {mark.label}
    </span>
  )
}
