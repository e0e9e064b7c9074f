import { cx } from 'class-variance-authority'
import { Glyph } from '#components/ui/glyph.tsx'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { coffee } from '#lib/templates/coffee.ts'

/**
 * A picture of a wall, with the coffee board's own words: the flow, and a few notes where the paper is free.
 * Columns and lanes of one row; px of the picture.
 */
const [laneHeight, pitch, left, top] = [236, 216, 120, 62]
const [w, h] = [168, 112]
const lanes = ['guest', 'waiter', 'barista']
const placed: readonly [id: string, lane: number, col: number][] = [
  ['order', 0, 0],
  ['take', 1, 1],
  ['hand', 1, 2],
  ['double', 2, 3],
  ['make', 2, 4],
  ['collect', 1, 5],
  ['serve', 1, 6],
  ['enjoy', 0, 7],
  ['outcome', 0, 8],
  ['unseen', 0, 2],
  ['single', 0, 5],
  ['terrace', 1, 0],
  ['slips', 1, 3],
  ['checking', 1, 7],
  ['card', 2, 2],
  ['bar', 2, 6],
  ['again', 2, 5],
]
const stamps = [
  { kind: 'mot', name: 'M1', from: 'order', to: 'take' },
  { kind: 'bp', name: 'B1', from: 'hand', to: 'double' },
  { kind: 'bp', name: 'B2', from: 'make', to: 'collect' },
  { kind: 'mot', name: 'M2', from: 'serve', to: 'enjoy' },
] as const

const spot = (id: string) => {
  const [, lane = 0, col = 0] = placed.find(([placedId]) => placedId === id) ?? []
  return { x: left + col * pitch, y: top + lane * laneHeight }
}
const middle = ({ from, to }: { from: string; to: string }) => {
  const [a, b] = [spot(from), spot(to)]
  return { x: (a.x + w + b.x) / 2, y: (a.y + b.y + h) / 2 }
}
function path(from: string, to: string): string {
  const [a, b] = [spot(from), spot(to)]
  const [x1, y1, x2, y2] = [a.x + w, a.y + h / 2, b.x - 7, b.y + h / 2]
  return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}C${x1 + 42} ${y1} ${x2 - 42} ${y2} ${x2} ${y2}`
}

const Stamp = ({ x, y, kind, name }: { x: number; y: number; kind: 'mot' | 'bp' | 'br'; name: string }) => (
  <g transform={`translate(${x} ${y})`}>
    <circle
      r="19"
      className={cx('stroke-white/80', kind === 'mot' ? 'fill-mot' : kind === 'bp' ? 'fill-bp' : 'fill-br')}
      strokeWidth="2.5"
    />
    <text y="6" textAnchor="middle" className="fill-on-stamp font-semibold" fontSize="17">
      {name}
    </text>
  </g>
)

/** The wall of the coffee board as it is, with its five points of failure. */
export function CoffeeWall({ className }: { className?: string }) {
  const flow = coffee.plan.links.filter(link => link.version !== 'to-be')
  const width = left + 8 * pitch + w + 60
  return (
    <svg
      viewBox={`0 0 ${width} ${lanes.length * laneHeight}`}
      role="img"
      aria-label="A wall of brown paper: how a double espresso is ordered, made and served today, in the lanes of guest, waiter and barista, with two Moments of Truth, two Break Points and one Business Rule stamped on it."
      className={className}
    >
      <rect width={width * 4} height={laneHeight} className="fill-wall-light" />
      {lanes.map((lane, index) => (
        <g key={lane} transform={`translate(0 ${index * laneHeight})`}>
          {index > 0 && (
            <path
              d={`M0 0H${width * 4}`}
              className="stroke-pencil"
              strokeWidth="2.5"
              {...(index === 1 ? {} : { strokeDasharray: '3 9', strokeLinecap: 'round' })}
            />
          )}
          <g transform="rotate(-1.2)">
            <path d="M18 14h106v36H18z" className="fill-tape" />
            <text x="71" y="40" textAnchor="middle" className="fill-wall-ink font-note" fontSize="25">
              {coffee.plan.lanes[index]?.name}
            </text>
          </g>
        </g>
      ))}
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="6" refY="5" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M1 1l7 4-7 4" fill="none" className="stroke-wall-ink" strokeWidth="1.6" />
        </marker>
      </defs>
      {flow.map(link => (
        <path
          key={link.id}
          d={path(link.from, link.to)}
          fill="none"
          className="stroke-wall-ink"
          strokeWidth="2.5"
          markerEnd="url(#arrow)"
        />
      ))}
      {placed.map(([id]) => {
        const note = coffee.plan.notes.find(one => one.id === id)
        if (!note) return null
        const kind = noteKind(note.kind)
        const { fill, ink } = papers[kind.paper]
        const { x, y } = spot(id)
        return (
          <g key={id} transform={`translate(${x} ${y})`}>
            <rect y="2" width={w} height={h} rx="2" className="fill-black opacity-20" />
            <rect width={w} height={h} rx="2" fill={fill} />
            <foreignObject width={w} height={h}>
              <div
                className="flex h-full items-center justify-center p-2.5 text-center font-note text-[21px] leading-[1.12]"
                style={{ color: ink }}
              >
                {note.text}
              </div>
            </foreignObject>
            {kind.id !== 'step' && (
              <g transform="translate(146 90)" color={ink} opacity=".75">
                <Glyph name={kind.icon} width={16} height={16} />
              </g>
            )}
          </g>
        )
      })}
      {stamps.map(stamp => (
        <Stamp key={stamp.name} kind={stamp.kind} name={stamp.name} {...middle(stamp)} />
      ))}
      <Stamp kind="br" name="R1" x={spot('double').x + w / 2} y={spot('double').y + h} />
    </svg>
  )
}
