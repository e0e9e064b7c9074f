import { papers } from '#lib/notes/papers.ts'
import type { Mark } from '../state/decorations.ts'

/** A small round stamp with a letter and a number, drawn by CSS: its name says the whole meaning. */
export function MarkStamp({ mark }: { mark: Mark }) {
  const { fill, edge, ink } = papers[mark.paper]
  return (
    <span
      role="img"
      aria-label={mark.title}
      title={mark.title}
      className="mark-stamp"
      data-label={mark.label}
      data-proposed={mark.proposed || undefined}
      style={{ '--fill': fill, '--edge': edge, '--ink': ink }}
    />
  )
}
