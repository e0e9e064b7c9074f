import type { Portfolio } from '#lib/report/portfolio.ts'

const height = 180
const most = 24

/** Points of failure of an average board, month by month: what was found, and what the verdicts leave of it. */
export function Trend({ trend }: { trend: Portfolio['trend'] }) {
  const months = trend.slice(-most)
  const top = Math.max(1, ...months.map(month => Math.max(month.before, month.after)))
  const px = (value: number) => Math.max(2, Math.round((value / top) * height))
  const one = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be wider than the screen and is then moved by keys.
    <section tabIndex={0} aria-label="Month by month" className="overflow-x-auto pb-1">
      <ol className="flex min-w-max items-end gap-6 border-line border-b">
        {months.map(({ month, before, after, boards }) => (
          <li key={month} className="grid justify-items-center gap-1.5">
            <span className="flex items-end gap-1">
              <Bar height={px(before)} value={one(before)} name="before" className="bg-wall-deep" />
              <Bar height={px(after)} value={one(after)} name="after" className="bg-good" />
            </span>
            <span className="whitespace-nowrap pb-1 text-ink-700 text-xs">
              {said(month)}
              <span className="block text-center text-ink-500">
                {boards} board{boards === 1 ? '' : 's'}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Bar({
  height: px,
  value,
  name,
  className,
}: {
  height: number
  value: string
  name: string
  className: string
}) {
  return (
    <span className="grid justify-items-center">
      <span className="text-xs figures">
        <span className="sr-only">{name} </span>
        {value}
      </span>
      <span aria-hidden className={`w-8 rounded-t-[1px] ${className}`} style={{ height: px }} />
    </span>
  )
}

const said = (month: string) =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
