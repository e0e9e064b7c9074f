'use client'
import { cx } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

/** A button that shows an icon only: its label is its name for screen readers and its tooltip. */
export function IconButton({
  label,
  shortcut,
  side,
  variant = 'ghost',
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> &
  ButtonLook & { label: string; shortcut?: string | undefined; side?: 'top' | 'right' | 'bottom' | 'left' }) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={side}>
      <button
        data-slot="icon-button"
        type={type}
        aria-label={label}
        className={cx(buttonClass({ variant, size, shape: 'square' }), className)}
        {...rest}
      />
    </Tooltip>
  )
}
