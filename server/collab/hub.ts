import type * as Y from 'yjs'
import { boardOf, readDraftId } from '#lib/facilitation/drafts.ts'
import { accessTo } from '#server/base/access.ts'
import { conflict } from '#server/base/errors.ts'
import type { Log } from '#server/base/log.ts'
import type { Metrics } from '#server/base/metrics.ts'
import { stageOf } from '#server/base/stage.ts'
import type { Recordings } from '../replay/recordings.ts'
import type { Store } from '../store/store.ts'
import { Allowances } from './allowances.ts'
import type { Implementations } from './command.ts'
import type { Connection } from './connection.ts'
import type { Hub } from './contract.ts'
import { dispatch } from './dispatch.ts'
import { isDamaged } from './document.ts'
import { DraftCounts, eraseRevealed, takeRound } from './drafts.ts'
import { KeyframeFolder } from './keyframes.ts'
import { roomLimits } from './limits.ts'
import { LogWriter, type StorageTrouble } from './log-writer.ts'
import { Room } from './room.ts'
import { type RoomServices, storageNotice } from './shared.ts'

interface Joining {
  connection: Connection
  docId: string
  name: string
  guest: boolean
}
export interface RunningHub extends Hub {
  /** Adds a connection to its room; closes it with the reason when the document cannot be loaded. */
  join(joining: Joining): Promise<void>
  left(docId: string, connection: Connection): void
  /** Why changes cannot be stored now. */
  readonly trouble: StorageTrouble | null
}

/** Manages the rooms: a document stays in memory while somebody is connected to it, and a little longer. */
export function createHub({
  store,
  log,
  metrics,
  recordings,
  commands,
}: {
  store: Store
  log: Log
  metrics: Metrics
  recordings: Recordings
  /** What clients may ask for over a board's socket. */
  commands: Implementations
}): RunningHub {
  const rooms = new Map<string, Room>()
  const writer = new LogWriter(store.log, log)
  const folder = new KeyframeFolder()
  const allowances = new Allowances()
  const shared: RoomServices = {
    store,
    log,
    writer,
    folder,
    allowances,
    counts: { heldBack: metrics.counter('brownpaper_updates_held_back_total', 'Updates that have to wait') },
    board: boardId => room(boardId),
    draftChanged: changed => counts.changed(changed.docId),
    recordings,
    dispatch: (room, connection, text) =>
      dispatch({ store, hub, recordings, log, commands }, room, connection.personId, text),
  }
  /** Stores a person's present name, which replays go on showing after a rename or an erasure. */
  const keepName = ({ docId, boardId }: Room, personId: string, name: string | undefined) => {
    if (docId !== boardId || name === undefined) return
    store.history
      .keepName({ boardId, personId, since: Date.now(), name })
      .catch(error => log.warn({ err: error, boardId }, 'a name could not be kept for the replay'))
  }
  writer.onTrouble = trouble => {
    for (const room of rooms.values()) room.notify(storageNotice[trouble])
  }
  writer.onRecovered = () => {
    for (const room of rooms.values()) {
      room.notify({ kind: 'storage-ok' })
      room.storageRecovered()
    }
  }

  const logged = metrics.counter('brownpaper_log_bytes_total', 'Bytes of updates handed to the log')
  const alarms = metrics.counter('brownpaper_log_alarms_total', 'Boards whose log grew very fast for an hour')
  writer.onLogged = (docId, bytes) => {
    logged(bytes)
    const boardId = boardOf(docId)
    if (!allowances.alarming(boardId, bytes)) return
    alarms()
    log.warn({ boardId, bytes: roomLimits.alarm }, 'the log of a board grows very fast')
  }

  const room = (docId: string): Room => {
    const known = rooms.get(docId)
    if (known) {
      known.lastUsed = performance.now()
      return known
    }
    const opened = new Room(docId, shared)
    rooms.set(docId, opened)
    opened.ready.then(
      () => void tidy(opened),
      () => {
        if (rooms.get(docId) === opened) rooms.delete(docId)
      },
    )
    return opened
  }
  const tidy = async (opened: Room) => {
    if (opened.docId !== opened.boardId) return
    try {
      await eraseRevealed(parts, opened.boardId, stageOf(opened.doc).rounds)
    } catch (error) {
      log.warn({ err: error, boardId: opened.boardId }, 'revealed notes could not be erased; tried again next time')
    }
  }
  const ofBoard = (boardId: string) => [...rooms.values()].filter(each => each.boardId === boardId)

  /** Unloads rooms that nobody has used for a while, each with a new keyframe. */
  const unload = async () => {
    allowances.tidy()
    if (writer.trouble) return
    for (const [docId, idle] of rooms) {
      if (inUse(idle)) continue
      try {
        await idle.ready
        await idle.keyframe()
        await idle.settled()
      } catch {
        continue
      }
      if (inUse(idle) || rooms.get(docId) !== idle) continue
      rooms.delete(docId)
      idle.destroy()
      folder.forget(docId)
    }
  }
  /** A board stays loaded as long as a draft of it does: the draft takes its phases from the board. */
  const inUse = (idle: Room) =>
    idle.connections.size > 0 ||
    performance.now() - idle.lastUsed < roomLimits.idle ||
    (idle.docId === idle.boardId && ofBoard(idle.boardId).length > 1)
  const sweep = setInterval(() => void unload(), roomLimits.idle / 2)
  const beatOf = (leads: boolean, patience: number) => () => {
    for (const each of rooms.values())
      for (const connection of each.connections)
        if ((connection.role === 'facilitator') === leads) connection.beat(patience)
  }
  const { every, unanswered } = roomLimits.heartbeatFacilitating
  const beats = [setInterval(beatOf(false, 1), roomLimits.heartbeat), setInterval(beatOf(true, unanswered), every)]
  sweep.unref()
  for (const beat of beats) beat.unref()

  metrics.gauge('brownpaper_rooms', 'Documents in memory', () => rooms.size)
  metrics.gauge('brownpaper_connections', 'Open sockets', () =>
    [...rooms.values()].reduce((sum, each) => sum + each.connections.size, 0),
  )
  metrics.gauge('brownpaper_storage_full', '1 while changes cannot be stored', () => (writer.trouble ? 1 : 0))

  /** Which sign-ins ended a moment ago. */
  const ended = new Set<(connection: Connection) => boolean>()
  const endSockets = (isOver: (connection: Connection) => boolean) => {
    ended.add(isOver)
    setTimeout(() => ended.delete(isOver), roomLimits.joining).unref()
    for (const each of rooms.values())
      for (const connection of each.connections) if (isOver(connection)) connection.close('signIn')
  }
  /** Rounds of private notes that are being revealed. */
  const taking = new Set<string>()
  const parts = { store: store.log, writer, rooms, room, forget: (docId: string) => counts.forget(docId) }

  const hub: RunningHub = {
    async join({ connection, docId, name, guest }) {
      const draft = readDraftId(docId)
      if (draft && taking.has(`${draft.boardId} ${draft.round}`)) return connection.close('reauthorise')
      const joined = room(docId)
      try {
        await joined.join(connection, name, guest)
        // The person signed out while this connection was joining, so endSockets() did not find it.
        if ([...ended].some(isOver => isOver(connection))) connection.close('signIn')
        if (draft) counts.changed(docId)
        keepName(joined, connection.personId, joined.nameOf(connection.personId))
      } catch (error) {
        log.error({ err: error, docId }, 'a document could not be loaded')
        connection.close(isDamaged(error) ? 'damaged' : 'loadFailed')
      }
    },
    get trouble() {
      return writer.trouble
    },
    left(docId, connection) {
      rooms.get(docId)?.left(connection)
    },
    write: (docId, command, personId, body) => room(docId).write(command, personId, body),
    async read<T>(docId: string, body: (doc: Y.Doc) => T): Promise<T> {
      const asked = room(docId)
      await asked.ready
      await asked.settled()
      return body(asked.doc)
    },
    async fold(docId) {
      const asked = room(docId)
      await asked.ready
      await asked.settled()
      await asked.keyframe()
      return asked.size
    },
    async reauthorise(boardId, personId) {
      const access = await accessTo(store, personId, boardId)
      for (const each of ofBoard(boardId))
        for (const connection of each.connections)
          if (connection.personId === personId) connection.close(access && !access.waiting ? 'reauthorise' : 'removed')
      // Others see the new role even if the person is not connected.
      await rooms.get(boardId)?.peopleChanged()
    },
    async boardChanged(boardId) {
      for (const each of ofBoard(boardId)) {
        await each.boardChanged()
        const people = new Map<string, Connection[]>()
        for (const connection of each.connections)
          people.set(connection.personId, [...(people.get(connection.personId) ?? []), connection])
        for (const [personId, connections] of people) {
          const access = await accessTo(store, personId, boardId)
          for (const connection of connections)
            if (!access || access.waiting) connection.close('notFound')
            else if (access.role !== connection.role) connection.close('reauthorise')
        }
      }
    },
    signedOut(signIn) {
      endSockets(connection => connection.signIn === signIn)
    },
    signedOutElsewhere(personId, keep, from) {
      endSockets(
        connection => connection.personId === personId && connection.signedInAt < from && connection.signIn !== keep,
      )
    },
    async closeBoard(boardId) {
      for (const each of ofBoard(boardId)) each.closeAll('notFound')
    },
    async forget(boardId, notesOf) {
      for (const each of ofBoard(boardId)) {
        if (notesOf !== undefined && readDraftId(each.docId)?.personId !== notesOf) continue
        each.closeAll('notFound')
        await each.ready.then(
          () => each.settled(),
          () => {},
        )
        await each.keyframe()
        rooms.delete(each.docId)
        counts.forget(each.docId)
        each.destroy()
      }
    },
    notify(boardId, notice, personIds) {
      rooms.get(boardId)?.notify(notice, personIds)
    },
    maySignal: personId => allowances.of(personId).signals.take(1),
    here(boardId) {
      return new Set([...(rooms.get(boardId)?.connections ?? [])].map(connection => connection.personId))
    },
    async takeRound(boardId, round, write) {
      const key = `${boardId} ${round}`
      if (taking.has(key)) throw conflict('These notes are being revealed already.')
      taking.add(key)
      try {
        await takeRound(parts, boardId, round, write)
      } finally {
        taking.delete(key)
      }
    },
    async close() {
      counts.close()
      clearInterval(sweep)
      for (const beat of beats) clearInterval(beat)
      await writer.idle()
      for (const each of rooms.values()) each.closeAll('restarting')
      await Promise.race([
        Promise.allSettled([...rooms.values()].map(each => each.keyframe())),
        new Promise(resolve => setTimeout(resolve, 3000).unref()),
      ])
      writer.close()
      await writer.idle()
      await folder.close()
      for (const each of rooms.values()) each.destroy()
      rooms.clear()
    },
  }
  const counts = new DraftCounts(hub, store.log, log)
  return hub
}
