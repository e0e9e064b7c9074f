/**
 * Close codes of /sync sockets. y-websocket treats 4400–4499 as final and everything else as "try again", so a code's
 * number is its behaviour. `says` is for the person.
 */
export const closeCodes = {
  /** The role changed: reconnect and be authorised again. */
  reauthorise: { code: 4501, says: 'Your role changed; reconnecting.' },
  /** The client did not read fast enough; it reconnects for a fresh state. */
  tooSlow: { code: 4502, says: 'Your connection was too slow to keep up; reconnecting.' },
  storage: { code: 4503, says: 'The server cannot store changes right now; your work is kept here and sent later.' },
  restarting: { code: 4504, says: 'The server is restarting; your work is kept here.' },
  loadFailed: { code: 4505, says: 'This board cannot be loaded right now. Nothing is lost; trying again.' },
  tooFast: { code: 4529, says: 'Too much was sent at once; slowing down.' },
  /** A refused update: the client rebuilds from the server's state, see lib/protocol/messages.ts `refused`. */
  refused: { code: 4540, says: 'A change was not accepted; your board is brought back in step.' },
  badMessage: { code: 4400, says: 'The server could not read a message.' },
  /** A round of private notes that is not open, or was revealed meanwhile. */
  roundOver: { code: 4410, says: 'This round of private notes is over.' },
  damaged: {
    code: 4406,
    says: 'What the server has stored of this board is damaged. Tell whoever runs it: a backup brings it back.',
  },
  signIn: { code: 4401, says: 'Sign in, or open your invite again.' },
  removed: { code: 4403, says: 'You were removed from this session.' },
  notFound: { code: 4404, says: 'This board does not exist, or it is not open to you.' },
  tooMany: { code: 4429, says: 'You have this board open too many times; close some of its windows.' },
  tooLarge: { code: 4413, says: 'That was too much for one change.' },
} as const

export type CloseReason = keyof typeof closeCodes

/** Returns the sentence for a close code, or undefined for a code of the transport itself. */
export const closeSays = (code: number): string | undefined =>
  Object.values(closeCodes).find(entry => entry.code === code)?.says
