import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** Something beside the wall: one at a time, at the right; instead of the wall on a phone. */
export interface Panel {
  id: string
  label: string
  icon: LucideIcon
  /** Keys, as in an action's `shortcuts`. */
  shortcut?: string
  component: ComponentType
}

/** The ordered list: rail, command palette and shortcuts follow it. A panel is one file and one line here. */
export const panels: readonly Panel[] = []
