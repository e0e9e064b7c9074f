'use client'
import { Fragment, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { panels } from './panels.ts'
import { useCovering } from './use-covering.ts'

/** Opens and closes the panels; at the wall's right edge, with their names when those of the tools are shown. */
export function PanelRail() {
  const { panel, legend } = useFrame()
  const frame = useFrameStore()
  const ref = useRef<HTMLElement>(null)
  useCovering(ref, 'right')
  if (panels.length === 0) return null
  return (
    <nav
      ref={ref}
      data-slot="rail"
      aria-label="Panels"
      className="absolute top-3 right-3 z-10 hidden max-h-[calc(100%-1.5rem)] flex-col overflow-y-auto rounded-md border border-line bg-paper-0 p-1 shadow-panel sm:flex"
    >
      {panels.map(({ id, label, icon: Icon, shortcut, group }, index) => (
        <Fragment key={id}>
          {index > 0 && panels[index - 1]?.group !== group && (
            <span aria-hidden className="mx-1 my-1 border-line border-t" />
          )}
          {legend ? (
            <Button
              size="sm"
              variant="ghost"
              className="justify-start"
              aria-pressed={panel === id}
              onClick={() => frame.togglePanel(id)}
            >
              <Icon aria-hidden />
              {label}
            </Button>
          ) : (
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
          )}
        </Fragment>
      ))}
    </nav>
  )
}
