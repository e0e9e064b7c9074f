/** The state of the connection to the server in one value, which the top bar puts into words. */
export interface Status {
  /**
   * `opening`: nothing shown yet; `live`; `reconnecting`: disconnected for moments; `offline`: for longer; the rest are
   * final until the page is opened again.
   */
  link: 'opening' | 'live' | 'reconnecting' | 'offline' | 'signed-out' | 'removed' | 'not-found' | 'over' | 'stopped'
  /** Number of entities changed here that are not durable on the server yet. */
  waiting: number
  /** A problem of the server, with its sentence; null for none. */
  trouble: { kind: 'storage-full' | 'storage-away' | 'restarting' | 'held-back'; message: string } | null
  /** Whether this browser keeps offline work over a reload. */
  keeps: boolean
  /** The sentence of a final close; null otherwise. */
  says: string | null
}

export const opening: Status = { link: 'opening', waiting: 0, trouble: null, keeps: true, says: null }

export interface StatusWords {
  tone: 'calm' | 'busy' | 'warning' | 'stop'
  label: string
  /** What is safe and what to do, for the tooltip and screen readers. */
  detail: string
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count.toLocaleString('en')} changes`)

export function statusWords(status: Status): StatusWords {
  const { link, waiting, trouble } = status
  const kept = status.keeps
    ? 'They are kept in this browser and sent when the connection is back.'
    : 'This browser cannot keep them over a reload: leave the page open until they are sent.'
  switch (link) {
    case 'opening':
      return { tone: 'busy', label: 'Opening', detail: 'The board is being fetched.' }
    case 'live':
      if (trouble)
        return {
          tone: 'warning',
          label: waiting > 0 ? `${changes(waiting)} not saved yet` : 'Server in trouble',
          detail: trouble.message,
        }
      return waiting > 0
        ? { tone: 'busy', label: 'Saving', detail: `${changes(waiting)} on the way to the server.` }
        : { tone: 'calm', label: 'Saved', detail: 'You are live: everything is stored on the server.' }
    case 'reconnecting':
      return {
        tone: 'busy',
        label: waiting > 0 ? `Reconnecting, ${changes(waiting)} waiting` : 'Reconnecting',
        detail: trouble?.message ?? (waiting > 0 ? kept : 'You can go on working.'),
      }
    case 'offline':
      return {
        tone: 'warning',
        label:
          waiting > 0
            ? `Offline, ${changes(waiting)} waiting${status.keeps ? '' : ': leave this page open'}`
            : 'Offline',
        detail: waiting > 0 ? kept : 'You can go on working; changes are sent when the connection is back.',
      }
    case 'signed-out':
    case 'removed':
    case 'not-found':
    case 'over':
    case 'stopped':
      return { tone: 'stop', label: 'Not connected', detail: status.says ?? 'The connection has ended.' }
  }
}
