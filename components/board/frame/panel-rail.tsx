'use client'
import { IconButton } from '#components/ui/icon-button.tsx'
import { panels } from '../panels/index.ts'
import { useFrame, useFrameStore } from './frame-state.ts'

/** Opens and closes the panels; at the wall's right edge. */
export function PanelRail() {
  const { panel } = useFrame()
  const frame = useFrameStore()
  if (panels.length === 0) return null
  return (
    <nav
      aria-label="Panels"
      className="absolute top-3 right-3 z-10 hidden flex-col rounded-md border border-line bg-paper-0 p-1 shadow-panel sm:flex"
    >
      {panels.map(({ id, label, icon: Icon, shortcut }) => (
        <IconButton
          key={id}
          label={label}
          shortcut={shortcut}
          side="left"
          size="sm"
          aria-pressed={panel === id}
          onClick={() => frame.togglePanel(id)}
        >
          <Icon />
        </IconButton>
      ))}
    </nav>
  )
}
