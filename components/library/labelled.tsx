import type { ReactNode } from 'react'

/** A small control with its name above it. */
export const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
  <label className="grid min-w-0 gap-1">
    <span className="text-ink-500 text-xs">{label}</span>
    {children}
  </label>
)
