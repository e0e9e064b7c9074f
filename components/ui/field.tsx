'use client'
import { Slot } from 'radix-ui'
import { type ReactElement, type ReactNode, useId } from 'react'

/** A label, a control, and what is to know or wrong about it, wired so that they are read out together. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  /** Says what to do about it; makes the control invalid. */
  error?: string | null | undefined
  children: ReactElement
}) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-ink-700 text-sm">
        {label}
      </label>
      <Slot.Root
        id={id}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(error ? { 'aria-invalid': true } : {})}
      >
        {children}
      </Slot.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-500 text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-danger text-sm" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
