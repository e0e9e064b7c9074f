'use client'
import { Fragment, useRef } from 'react'
import { ActionButton, ActionIcon } from '#components/workspace/action-controls.tsx'
import { useFrame } from '#components/workspace/frame-state.ts'
import { panels } from './panels.ts'
import { useCovering } from './use-covering.ts'

/** Opens and closes the panels; at the wall's right edge, with their names when those of the tools are shown. */
export function PanelRail() {
  const { legend } = useFrame()
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
      {panels.map(({ id, label, icon: Icon, group, action }, index) => (
        <Fragment key={id}>
          {index > 0 && panels[index - 1]?.group !== group && (
            <span aria-hidden className="mx-1 my-1 border-line border-t" />
          )}
          {legend ? (
            <ActionButton action={action} pressed size="sm" variant="ghost" className="justify-start">
              <Icon aria-hidden />
              {label}
            </ActionButton>
          ) : (
            <ActionIcon action={action} label={label} pressed side="left" size="sm" />
          )}
        </Fragment>
      ))}
    </nav>
  )
}
