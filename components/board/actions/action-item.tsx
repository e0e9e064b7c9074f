'use client'
import type { ReactNode } from 'react'
import { MenuSub } from '#components/ui/menu.tsx'
import type { WallAction } from '#components/workspace/action.ts'
import { type Offer, OfferItem, offerOf } from '#components/workspace/offer.tsx'
import { useBoard } from '../state/board-context.tsx'
import { appliesOnWall } from './perform.ts'

/** The present offer of a wall action; re-renders menus and the selection bar when it changes. */
export const useWallOffer = (action: WallAction): Offer => offerOf(action, useBoard(), undefined)

export const WallActionItem = ({ action, short = false }: { action: WallAction; short?: boolean }) => (
  <OfferItem offer={useWallOffer(action)} short={short} />
)

/** Returns those actions that apply to the selection. */
export function useApplying(list: readonly WallAction[]): WallAction[] {
  const board = useBoard()
  return list.filter(action => appliesOnWall(action, board))
}

export function ActionSub(props: { label: string; icon: ReactNode; list: readonly WallAction[] }) {
  const list = useApplying(props.list)
  return list.length === 0 ? null : (
    <MenuSub label={props.label} icon={props.icon}>
      {list.map(action => (
        <WallActionItem key={action.id} action={action} short />
      ))}
    </MenuSub>
  )
}

export function ActionItems({ list }: { list: readonly WallAction[] }) {
  return useApplying(list).map(action => <WallActionItem key={action.id} action={action} />)
}
