import { forbidden } from '#server/base/errors.ts'
import type { Implementations } from '#server/collab/command.ts'
import { changesStage } from './change.ts'

const without = (list: readonly string[], id: string) => list.filter(one => one !== id)

export const hands = {
  'hand.raise': changesStage(({ hands }, { up, personId }, { access }) => {
    const who = personId ?? access.actor.personId
    if (who !== access.actor.personId && (up || access.role !== 'facilitator'))
      throw forbidden('You can raise and lower your own hand only.')
    return { hands: up ? [...without(hands, who), who] : without(hands, who) }
  }),

  'ready.say': changesStage(({ ready: list }, { ready }, { access }) => {
    const rest = without(list, access.actor.personId)
    return { ready: ready ? [...rest, access.actor.personId] : rest }
  }),
} satisfies Partial<Implementations>
