'use client'
import { useRef } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { limits } from '#lib/board/fields.ts'

/** Where the name of a lane or a group is written in its place: Enter and going elsewhere keep it, Escape does not. */
export function NameField({
  label,
  name,
  placeholder,
  className,
  onDone,
}: {
  label: string
  name: string
  placeholder: string
  className: string
  /** Called once, with what was written, without blanks at its ends. */
  onDone: (name: string) => void
}) {
  const kept = useRef(false)
  const commit = (written: string) => {
    if (kept.current) return
    kept.current = true
    onDone(written.trim())
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: opened by the person, to write into.
      autoFocus
      dir="auto"
      className={className}
      defaultValue={name}
      placeholder={placeholder}
      maxLength={limits.name}
      aria-label={label}
      size={Math.max(10, name.length + 1)}
      onFocus={event => event.target.select()}
      onBlur={event => commit(event.target.value)}
      onKeyDown={event => {
        if (isComposing(event)) return
        if (event.key === 'Enter') commit(event.currentTarget.value)
        else if (event.key === 'Escape') commit(name)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
