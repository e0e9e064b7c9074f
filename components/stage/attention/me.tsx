'use client'
import { cx } from 'class-variance-authority'
import { Hand, SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Popover } from '#components/ui/popover.tsx'
import type { Action } from '#components/workspace/action.ts'
import { ActionButton, ActionIcon, useOffer } from '#components/workspace/action-controls.tsx'
import { useStage } from '../state/use-stage.ts'
import { raiseHand, reactionActions, sayReady } from './sign-actions.ts'

/** This person's own signs: hand and ready. */
function useMe() {
  const { you } = useRoster()
  const { hands, ready, item } = useStage()
  const id = you?.personId ?? ''
  return { id, place: hands.indexOf(id) + 1, isReady: ready.includes(id), inActivity: item !== null }
}

/** One's own signs in the top bar: hand and reactions. */
export function OwnSigns() {
  const me = useMe()
  const may = useMay('hand.raise').ok
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <fieldset aria-label="Your signs" data-me={me.id} className="flex shrink-0 items-center">
      {me.place > 0 ? (
        <ActionButton
          action={raiseHand}
          label={`Your hand is up, number ${me.place}: take it down`}
          pressed
          size="sm"
          variant="ghost"
          className="bg-warn-soft! text-warn! figures"
        >
          <Hand aria-hidden />
          {me.place === 1 ? 'Hand up' : `Hand up, ${me.place}`}
        </ActionButton>
      ) : (
        <ActionIcon action={raiseHand} size="sm" pressed />
      )}
      <Popover
        label="Reactions"
        open={open}
        onOpenChange={setOpen}
        className="p-1!"
        trigger={
          <Button variant="ghost" size="sm" className="aspect-square px-0!" aria-label="React">
            <SmilePlus aria-hidden />
          </Button>
        }
      >
        <Reactions onDone={() => setOpen(false)} />
      </Popover>
    </fieldset>
  )
}

const Reactions = ({ onDone, large = false }: { onDone: () => void; large?: boolean }) => (
  <div className={cx('flex', large && 'justify-between')}>
    {reactionActions.map(action => (
      <Reaction key={action.id} action={action} onDone={onDone} large={large} />
    ))}
  </div>
)

function Reaction({ action, onDone, large }: { action: Action; onDone: () => void; large: boolean }) {
  const { short, icon: Icon, press } = useOffer(action)
  return (
    <button
      type="button"
      aria-label={short}
      title={short}
      onClick={() => {
        press()
        onDone()
      }}
      className={cx('grid place-items-center rounded-md hover:bg-ink-900/10', large ? 'size-12' : 'size-10')}
    >
      <Icon className={large ? 'size-6' : 'size-5'} />
    </button>
  )
}

/** The same for a thumb, in the sheet of a phone. */
export function MyThumb({ onDone }: { onDone: () => void }) {
  const me = useMe()
  const may = useMay('hand.raise').ok
  if (!may) return null
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        <ActionButton
          action={raiseHand}
          pressed
          variant={me.place > 0 ? 'primary' : 'quiet'}
          {...(me.place > 0 ? { label: `Hand up, number ${me.place}` } : {})}
        >
          <Hand aria-hidden />
          {me.place > 0 ? (
            <span className="flex items-center gap-1.5 whitespace-nowrap">
              Hand up
              <span className="grid size-5 place-items-center rounded-full bg-paper-0 text-ink-900 text-xs figures">
                {me.place}
              </span>
            </span>
          ) : (
            'Raise hand'
          )}
        </ActionButton>
        {me.inActivity && <ActionButton action={sayReady} pressed variant={me.isReady ? 'primary' : 'quiet'} />}
      </div>
      <Reactions large onDone={onDone} />
    </div>
  )
}
