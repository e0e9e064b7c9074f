import { cva, cx, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'

const button = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md border font-semibold no-underline',
    'transition-colors duration-150 disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-[1.15em] [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
        quiet: 'border-line-strong bg-paper-0 text-ink-900 hover:bg-paper-100',
        ghost: 'border-transparent text-ink-700 hover:bg-ink-900/10 hover:text-ink-900 aria-pressed:bg-accent-soft',
        danger: 'border-transparent bg-danger text-on-danger hover:brightness-90',
      },
      size: {
        sm: 'h-8 px-2.5 text-xs touch:min-h-11',
        md: 'h-10 px-4 text-sm touch:min-h-11',
        /** 44 px and more: what a thumb hits first. */
        touch: 'h-12 px-5 text-base',
      },
      shape: { text: '', square: 'aspect-square px-0' },
    },
    compoundVariants: [{ shape: 'square', class: 'touch:min-w-11' }],
    defaultVariants: { variant: 'quiet', size: 'md', shape: 'text' },
  },
)

export type ButtonLook = Pick<VariantProps<typeof button>, 'variant' | 'size'>

/** The look of a button as a class, for the rare element that is neither a button nor a link. */
export const buttonClass = (look: VariantProps<typeof button> = {}): string => button(look)

/** The one button. `asChild` gives its look to a link. */
export function Button({
  variant,
  size,
  asChild = false,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook & { asChild?: boolean }) {
  const classes = cx(button({ variant, size }), className)
  if (asChild) return <Slot.Root data-slot="button" className={classes} {...rest} />
  return <button data-slot="button" type={type} className={classes} {...rest} />
}
