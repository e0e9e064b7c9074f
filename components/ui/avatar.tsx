import { cx } from 'class-variance-authority'
import { initials, personColour } from '#lib/people/colour.ts'

/**
 * A person as two letters on their ink. Decorative where the name stands beside it. The letters are drawn by the style:
 * a picture of the name, not words that a control around it would have to be called by.
 */
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
      data-letters={initials(name)}
      className={cx(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold text-white leading-none before:content-[attr(data-letters)]',
        size === 'sm' ? 'size-6 text-[0.625rem]' : size === 'md' ? 'size-8 text-xs' : 'size-11 text-base',
        className,
      )}
    />
  )
}
