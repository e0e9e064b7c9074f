import type { Action } from '#components/workspace/action.ts'

/** Why what the server decides has to wait, as a sentence; else what `unless` says. */
export const online =
  (unless: Action['unless'] = () => null): NonNullable<Action['unless']> =>
  (board, around) =>
    around.collab.status.get().link === 'live'
      ? unless(board, around)
      : 'The connection is away: this waits until it is back.'
