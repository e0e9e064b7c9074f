import { setTimeout as sleep } from 'node:timers/promises'
import { openStoreOf } from '#server/store/open.ts'
import { type Store, StoreError } from '#server/store/store.ts'

/** A store on a disk that can be slow or full; reading always works. */
export function poorDisk() {
  const disk = {
    full: false,
    /** Milliseconds before an append begins to be written. */
    delay: 0,
    async open(dataDir: string, databaseUrl: string | null = null): Promise<Store> {
      const store = await openStoreOf({ dataDir, databaseUrl })
      const refuse = () => {
        if (disk.full) throw new StoreError('full', 'There is no room left on the disk of the server.')
      }
      /** Returns the part of the store with named methods that fail while the disk is full. */
      function writing<T extends object>(part: T, ...names: (keyof T)[]): T {
        const needsRoom =
          (method: (...args: unknown[]) => unknown) =>
          async (...args: unknown[]) => {
            refuse()
            return method(...args)
          }
        const wrapped = names.map(name => [name, needsRoom(part[name] as (...args: unknown[]) => unknown)] as const)
        return { ...part, ...Object.fromEntries(wrapped) }
      }
      const { log } = store
      return {
        ...store,
        people: writing(store.people, 'create', 'rename', 'linkAccount'),
        workspaces: writing(store.workspaces, 'create', 'setMember', 'putItem'),
        boards: writing(store.boards, 'create', 'update'),
        sessions: writing(store.sessions, 'create', 'update', 'setParticipant', 'createInvite', 'useInvite'),
        ballots: writing(store.ballots, 'put'),
        log: {
          ...log,
          async append(...args) {
            await sleep(disk.delay)
            refuse()
            await log.append(...args)
          },
          async putKeyframe(...args) {
            refuse()
            await log.putKeyframe(...args)
          },
          async erase(...args) {
            refuse()
            await log.erase(...args)
          },
        },
      }
    },
  }
  return disk
}
