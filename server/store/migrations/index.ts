import { type Kysely, type Migration, Migrator } from 'kysely'
import { StoreError } from '../store.ts'
import { catalogueTables } from './0001-catalogue.ts'
import { log } from './0002-log.ts'
import { ballotTables } from './0003-ballots.ts'
import { tallies } from './0008-tallies.ts'
import { libraryTables } from './0009-library.ts'
import { historyTables } from './0010-history.ts'
import { signOuts } from './0011-sign-outs.ts'
import { libraryWords } from './0012-library-words.ts'
import { signInTables } from './0013-sign-ins.ts'
import { resetTables } from './0015-resets.ts'
import { memberTables } from './0016-members.ts'
import { binColumns } from './0017-bin.ts'
import { recordTable } from './0018-record.ts'
import { factorTables } from './0019-factors.ts'
import { passkeyTables } from './0020-passkeys.ts'

/**
 * In order, never edited once released. A list and not a folder scan: it can be bundled, and reviewed. No release had
 * 0004 to 0007 or 0014: work that went on side by side took numbers of its own, and what came of it stands under others.
 */
const migrations: Record<string, Migration> = {
  '0001-catalogue': catalogueTables,
  '0002-log': log,
  '0003-ballots': ballotTables,
  '0008-tallies': tallies,
  '0009-library': libraryTables,
  '0010-history': historyTables,
  '0011-sign-outs': signOuts,
  '0012-library-words': libraryWords,
  '0013-sign-ins': signInTables,
  '0015-resets': resetTables,
  '0016-members': memberTables,
  '0017-bin': binColumns,
  '0018-record': recordTable,
  '0019-factors': factorTables,
  '0020-passkeys': passkeyTables,
}

/** Brings the tables up to date; rejects with a sentence when the data is of a newer version than the program. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (!error) return
  if (error instanceof Error && error.message.startsWith('corrupted migrations'))
    throw new StoreError('broken', 'The data was written by a newer version of Brownpaper: start that version instead.')
  throw error
}
