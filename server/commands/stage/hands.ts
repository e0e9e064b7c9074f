import { z } from 'zod'
import { forbidden } from '#server/base/errors.ts'
import { stageCommand } from './change.ts'

const without = (list: readonly string[], id: string) => list.filter(one => one !== id)

/** Raises one's hand at the end of the queue, or takes it down; a facilitator may take down anybody's. */
export const raiseHand = stageCommand({
  name: 'hand.raise',
  ability: 'hand.raise',
  input: z.strictObject({ up: z.boolean(), personId: z.string().max(64).optional() }),
  change({ hands }, { up, personId }, { access }) {
    const who = personId ?? access.actor.personId
    if (who !== access.actor.personId && (up || access.role !== 'facilitator'))
      throw forbidden('You can raise and lower your own hand only.')
    return { hands: up ? [...without(hands, who), who] : without(hands, who) }
  },
})

/** Says "I'm ready" with the current activity, or takes it back. */
export const sayReady = stageCommand({
  name: 'ready.say',
  ability: 'hand.raise',
  input: z.strictObject({ ready: z.boolean() }),
  change: ({ ready: list }, { ready }, { access }) => {
    const rest = without(list, access.actor.personId)
    return { ready: ready ? [...rest, access.actor.personId] : rest }
  },
})
