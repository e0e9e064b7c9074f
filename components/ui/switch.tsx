'use client'
import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

/** Something that is on or off and takes effect at once. */
export function Switch({
  label,
  hint,
  checked,
  onCheckedChange,
  disabled = false,
}: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className="flex min-h-8 items-center gap-3 touch:min-h-11">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="block text-sm">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-500 text-xs">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        className="relative h-6 w-10 shrink-0 rounded-full border border-line-strong bg-paper-200 transition-colors duration-150 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-4 translate-x-[3px] rounded-full bg-ink-700 transition-transform forced-colors:bg-[ButtonText] duration-150 data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-on-accent rtl:-translate-x-[3px] rtl:data-[state=checked]:-translate-x-[19px]" />
      </Radix.Root>
    </div>
  )
}
