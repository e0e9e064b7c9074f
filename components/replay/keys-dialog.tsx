'use client'
import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { look, useLooking, useReplay } from './replay-context.ts'
import { replayKeys } from './replay-keys.ts'

/** The keys of the player. */
export function KeysDialog() {
  const replay = useReplay()
  const { over } = useLooking()
  return (
    <Dialog
      title="Keys of the player"
      width="narrow"
      open={over === 'keys'}
      onOpenChange={open => look(replay, { over: open ? 'keys' : null })}
    >
      <dl className="grid gap-1.5">
        {replayKeys.map(({ keys, says }) => (
          <div key={says} className="flex items-center justify-between gap-4">
            <dt className="text-sm">{says}</dt>
            <dd className="flex gap-1">
              {keys.map(key => (
                <Kbd key={key} keys={key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
