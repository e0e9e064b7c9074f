import { cx } from 'class-variance-authority'
import { initials, personColour } from '#lib/people/colour.ts'

/** A person as two letters on their ink. Decorative where the name stands beside it. */
export function Avatar({
  name,
  personId,
  colour = personColour(personId),
  size = 'md',
  decorative = false,
  className,
}: {
  name: string
  personId: string
  colour?: string
  size?: 'sm' | 'md' | 'lg'
  decorative?: boolean
  className?: string
}) {
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      style={{ backgroundColor: colour }}
      className={cx(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold text-white leading-none',
        size === 'sm' ? 'size-6 text-[0.625rem]' : size === 'md' ? 'size-8 text-xs' : 'size-11 text-base',
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}
