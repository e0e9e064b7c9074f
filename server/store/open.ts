import type { Env } from '#server/base/env.ts'
import { openPostgres } from './postgres/index.ts'
import { openStore } from './sqlite/index.ts'
import type { Store } from './store.ts'

/** The store that the settings name: a database, or else the embedded one in DATA_DIR. */
export const openStoreOf = ({ dataDir, databaseUrl }: Pick<Env, 'dataDir' | 'databaseUrl'>): Promise<Store> =>
  databaseUrl === null ? openStore(dataDir) : openPostgres(databaseUrl)
