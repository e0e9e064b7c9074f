'use client'
import { cx } from 'class-variance-authority'
import { Check, Hand, SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { reactions } from './reactions.ts'

/** What this person has up, and how to change it. */
function useMe() {
  const { you } = useRoster()
  const { hands, ready, item } = useStage()
  const ask = useAsk()
  const id = you?.personId ?? ''
  const place = hands.indexOf(id) + 1
  const isReady = ready.includes(id)
  return {
    id,
    place,
    isReady,
    inActivity: item !== null,
    raise: () => void ask('hand.raise', { up: place === 0 }),
    say: () => void ask('ready.say', { ready: !isReady }),
    react: (id: string) => void ask('signal', { signal: 'reaction', data: id }),
  }
}

/** One's own signs in the top bar: hand, reactions, ready. */
export function Me() {
  const me = useMe()
  const may = useMay('hand.raise').ok
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <fieldset aria-label="Your signs" data-me={me.id} className="flex shrink-0 items-center max-lg:hidden">
      <span className="relative">
        <IconButton
          label={me.place > 0 ? `Your hand is up, number ${me.place}: take it down` : 'Raise your hand'}
          shortcut="Shift+H"
          size="sm"
          aria-pressed={me.place > 0}
          onClick={me.raise}
        >
          <Hand />
        </IconButton>
        {me.place > 0 && <Place at={me.place} />}
      </span>
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
        <Reactions
          onReact={id => {
            me.react(id)
            setOpen(false)
          }}
        />
      </Popover>
      {me.inActivity && (
        <IconButton
          label={me.isReady ? 'You said that you are ready: take it back' : 'I’m ready'}
          shortcut="Shift+R"
          size="sm"
          aria-pressed={me.isReady}
          onClick={me.say}
        >
          <Check className={cx(me.isReady && 'text-good')} />
        </IconButton>
      )}
    </fieldset>
  )
}

const Place = ({ at }: { at: number }) => (
  <span
    aria-hidden
    className="-top-1 -right-1 pointer-events-none absolute grid size-4 place-items-center rounded-full bg-warn text-[0.625rem] text-paper-0 leading-none figures"
  >
    {at}
  </span>
)

const Reactions = ({ onReact, large = false }: { onReact: (id: string) => void; large?: boolean }) => (
  <div className={cx('flex', large && 'justify-between')}>
    {reactions.map(({ id, name, icon: Icon }) => (
      <button
        key={id}
        type="button"
        aria-label={name}
        title={name}
        onClick={() => onReact(id)}
        className={cx('grid place-items-center rounded-md hover:bg-ink-900/10', large ? 'size-12' : 'size-10')}
      >
        <Icon aria-hidden className={large ? 'size-6' : 'size-5'} />
      </button>
    ))}
  </div>
)

/** The same for a thumb, in the sheet of a phone. */
export function MyThumb({ onDone }: { onDone: () => void }) {
  const me = useMe()
  const may = useMay('hand.raise').ok
  if (!may) return null
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        <Button
          variant={me.place > 0 ? 'primary' : 'quiet'}
          aria-pressed={me.place > 0}
          aria-label={me.place > 0 ? `Hand up, number ${me.place}` : undefined}
          onClick={me.raise}
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
        </Button>
        {me.inActivity && (
          <Button variant={me.isReady ? 'primary' : 'quiet'} aria-pressed={me.isReady} onClick={me.say}>
            <Check aria-hidden />
            {me.isReady ? 'Ready' : 'I’m ready'}
          </Button>
        )}
      </div>
      <Reactions
        large
        onReact={id => {
          me.react(id)
          onDone()
        }}
      />
    </div>
  )
}
