'use client'
import { Fragment } from 'react'
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
      className="absolute top-3 right-3 z-10 hidden max-h-[calc(100%-1.5rem)] flex-col overflow-y-auto rounded-md border border-line bg-paper-0 p-1 shadow-panel sm:flex"
    >
      {panels.map(({ id, label, icon: Icon, shortcut, group }, index) => (
        <Fragment key={id}>
          {index > 0 && panels[index - 1]?.group !== group && (
            <span aria-hidden className="mx-1 my-1 border-line border-t" />
          )}
          <IconButton
            label={label}
            shortcut={shortcut}
            side="left"
            size="sm"
            aria-pressed={panel === id}
            onClick={() => frame.togglePanel(id)}
          >
            <Icon />
          </IconButton>
        </Fragment>
      ))}
    </nav>
  )
}
