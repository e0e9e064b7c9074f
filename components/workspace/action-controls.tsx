'use client'
import type { ComponentProps, ReactNode } from 'react'
import { useMemo, useSyncExternalStore } from 'react'
import { useBoard, useOfBoard, useSelection } from '#components/board/state/board-context.tsx'
import { useCollab, usePresence, useRoster } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useStore, useStorePart } from '#components/ui/store.ts'
import { Switch } from '#components/ui/switch.tsx'
import type { Action, Workspace } from './action.ts'
import { useFrame, useFrameStore } from './frame-state.ts'
import { keyChoices } from './keymap.ts'
import { type Offer, OfferItem, offerOf } from './offer.tsx'

/** What is around the wall on this page. */
export function useWorkspace(): Workspace {
  const [frame, presence, collab] = [useFrameStore(), usePresence(), useCollab()]
  return useMemo(() => ({ frame, presence, collab }), [frame, presence, collab])
}

/** An action as it is now; re-renders with the stage, the selection, the role, the frame and the keys, not with every note. */
export function useOffer(action: Action): Offer {
  const board = useBoard()
  const { undo, access } = board
  const around = useWorkspace()
  useOfBoard(model => model.stage)
  const readUndo = () => `${undo.canUndo} ${undo.canRedo}`
  useSyncExternalStore(changed => undo.subscribe(changed), readUndo, readUndo)
  useStore(access)
  useStore(board.tool)
  useStore(keyChoices)
  useSelection()
  useRoster()
  useStorePart(around.collab.status, status => status.link)
  useFrame()
  return offerOf(action, board, around)
}

/** An action as an item of a menu. `onlyAllowed`: it is left out for who may not; `keyless`: no keys are at hand there. */
export function ActionItem(props: { action: Action; short?: boolean; onlyAllowed?: boolean; keyless?: boolean }) {
  const { keys, ...offer } = useOffer(props.action)
  if (props.onlyAllowed && offer.reason !== null) return null
  return <OfferItem offer={{ ...offer, keys: props.keyless ? undefined : keys }} short={props.short ?? false} />
}

interface Given {
  action: Action
  /** Where the place says more than the action knows. */
  label?: string
  /** Shows whether it is on. */
  pressed?: boolean
}

/** An action as a button that shows its icon, or another that its place calls for. */
export function ActionIcon({
  action,
  label,
  pressed = false,
  children,
  ...rest
}: Given & Omit<ComponentProps<typeof IconButton>, keyof Given | 'onClick' | 'shortcut'>) {
  const offer = useOffer(action)
  const { icon: Icon, reason } = offer
  return (
    <IconButton
      label={label ?? (reason === null ? offer.label : `${offer.label}: ${reason}`)}
      shortcut={offer.keys}
      aria-disabled={reason !== null || undefined}
      aria-pressed={pressed ? offer.isOn : undefined}
      onClick={offer.press}
      {...rest}
    >
      {children ?? <Icon />}
    </IconButton>
  )
}

/** An action as a button with its words, which `children` may say in another way. */
export function ActionButton({
  action,
  label,
  pressed = false,
  children,
  ...rest
}: Given & Omit<ComponentProps<typeof Button>, keyof Given | 'onClick'>) {
  const offer = useOffer(action)
  const { icon: Icon, reason } = offer
  return (
    <Button
      aria-label={label}
      title={reason ?? undefined}
      aria-disabled={reason !== null || undefined}
      aria-pressed={pressed ? offer.isOn : undefined}
      onClick={offer.press}
      {...rest}
    >
      {children ?? (
        <>
          <Icon aria-hidden />
          {offer.short}
        </>
      )}
    </Button>
  )
}

/** An action that can be on or off, as a switch; its label is of what being on means. */
export function ActionSwitch({ action, label }: { action: Action; label: ReactNode }) {
  const offer = useOffer(action)
  return <Switch label={label} checked={offer.isOn} onCheckedChange={offer.press} />
}
