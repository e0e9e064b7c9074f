'use client'
import { useRef } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { limits } from '#lib/board/fields.ts'

/** Edits the name of a lane or a group in place: Enter, Escape and blur save. */
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
  /** Called once, with the trimmed text. */
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
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        commit(event.currentTarget.value)
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
