import { cva } from 'class-variance-authority'
import { points } from '#lib/method/vocabulary.ts'
import type { PointKind } from '#lib/notes/define.ts'

const stamp = cva(
  'inline-grid h-6 min-w-6 select-none place-items-center rounded-full border-2 px-0.5 font-semibold text-[0.6875rem] leading-none figures',
  {
    variants: {
      kind: { mot: '', bp: '', br: '' },
      state: { confirmed: 'border-white/70 text-on-stamp', proposed: 'border-dashed bg-paper-0' },
    },
    compoundVariants: [
      { kind: 'mot', state: 'confirmed', class: 'bg-mot' },
      { kind: 'bp', state: 'confirmed', class: 'bg-bp' },
      { kind: 'br', state: 'confirmed', class: 'bg-br' },
      { kind: 'mot', state: 'proposed', class: 'border-mot text-ink-900' },
      { kind: 'bp', state: 'proposed', class: 'border-bp text-ink-900' },
      { kind: 'br', state: 'proposed', class: 'border-br text-ink-900' },
    ],
    defaultVariants: { state: 'confirmed' },
  },
)

/** A point of failure as a round stamp with its letter and number: M1. Dashed while it is only proposed. */
export function Stamp({ kind, number, proposed = false }: { kind: PointKind; number?: number; proposed?: boolean }) {
  const { letter, name } = points[kind]
  return (
    <span
      role="img"
      aria-label={`${name}${number === undefined ? '' : ` ${number}`}${proposed ? ', proposed' : ''}`}
      className={stamp({ kind, state: proposed ? 'proposed' : 'confirmed' })}
    >
      {letter}
      {number}
    </span>
  )
}
