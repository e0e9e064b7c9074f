import { cva, cx, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

const badge = cva('inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 py-px text-xs figures', {
  variants: {
    tone: {
      neutral: 'bg-paper-200 text-ink-700',
      accent: 'bg-accent-soft text-accent-strong',
      good: 'bg-good-soft text-good',
      warn: 'bg-warn-soft text-warn',
      danger: 'bg-danger-soft text-danger',
      mot: 'bg-mot text-on-stamp',
      bp: 'bg-bp text-on-stamp',
      br: 'bg-br text-on-stamp',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

/** A small word or number about the thing beside it. */
export const Badge = ({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof badge>) => (
  <span data-slot="badge" className={cx(badge({ tone }), className)} {...rest} />
)
