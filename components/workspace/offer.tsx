import type { BoardState } from '#components/board/state/board-state.ts'
import { MenuItem } from '#components/ui/menu.tsx'
import { type Action, type ActionFace, lookOf, refusal, run } from './action.ts'
import { keysOf } from './keymap.ts'

/** An action as a control shows it now, and what a press of that control does. */
export interface Offer extends ActionFace {
  keys: string | undefined
  /** Why it cannot be done now; null: it can. */
  reason: string | null
  danger: boolean
  press: () => void
}

export const offerOf = <Around,>(action: Action<Around>, board: BoardState, around: Around): Offer => ({
  ...lookOf(action, board, around),
  keys: keysOf(action)[0],
  reason: refusal(action, board, around),
  danger: action.danger ?? false,
  press: () => run(action, board, around),
})

/** As an item of a menu; where the menu says what it is about, the short label will do. */
export function OfferItem({ offer, short = false }: { offer: Offer; short?: boolean }) {
  const { icon: Icon, reason } = offer
  return (
    <MenuItem
      icon={<Icon className="size-4" />}
      shortcut={offer.keys}
      disabled={reason !== null}
      title={reason ?? undefined}
      danger={offer.danger}
      onSelect={offer.press}
    >
      {short ? offer.short : offer.label}
    </MenuItem>
  )
}
