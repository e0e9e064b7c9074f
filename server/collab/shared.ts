import type { Notice, Result } from '#lib/protocol/messages.ts'
import { AppError } from '#server/base/errors.ts'
import type { Log } from '#server/base/log.ts'
import type { Recordings } from '../replay/recordings.ts'
import type { Store } from '../store/store.ts'
import type { Allowances } from './allowances.ts'
import type { Connection } from './connection.ts'
import type { KeyframeFolder } from './keyframes.ts'
import type { LogWriter, StorageTrouble } from './log-writer.ts'
import type { Room } from './room.ts'

/** What rooms share. */
export interface RoomServices {
  store: Store
  log: Log
  writer: LogWriter
  folder: KeyframeFolder
  allowances: Allowances
  /** For /metrics. */
  counts: { heldBack(): void }
  recordings: Pick<Recordings, 'grew'>
  /** Runs a request of a connection and returns its result. */
  dispatch(room: Room, connection: Connection, text: string): Promise<Result>
  /** Returns the room of a board; drafts take their phases from it. */
  board(boardId: string): Room
  /** Something in a document of private notes is durable. */
  draftChanged(room: Room): void
}

export const usedUp = () =>
  new AppError('too-many', 'Very much was written here in a short time; wait a little and try again.')

export const storageFailed = (trouble: StorageTrouble | null) =>
  trouble === 'full'
    ? new AppError('storage-full', 'The server has no room left to store this. Nothing was changed.')
    : new AppError('storage', 'The server cannot store changes right now. Nothing that was saved is lost.')

export const storageNotice: Readonly<Record<StorageTrouble, Notice>> = {
  full: {
    kind: 'storage-full',
    message: 'The server’s disk is full: changes wait here and are saved when there is room.',
  },
  away: {
    kind: 'storage-away',
    message: 'The server cannot reach its storage: changes wait here and are saved when it is back.',
  },
}
