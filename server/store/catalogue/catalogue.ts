import type { Kysely } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { ballots } from './ballots.ts'
import { boards } from './boards.ts'
import { factors } from './factors.ts'
import type { FullText } from './full-text.ts'
import { history } from './history.ts'
import { library } from './library.ts'
import { passkeys } from './passkeys.ts'
import { people } from './people.ts'
import { record } from './record.ts'
import { sessions } from './sessions.ts'
import { signIns } from './sign-ins.ts'
import { tokens } from './tokens.ts'
import { workspaces } from './workspaces.ts'

/** Everything that is kept beside the log, the same over both engines. `forget` deletes for good. */
export function catalogue(
  db: Kysely<Tables>,
  { atomically, forget, fullText }: { atomically: Atomically; forget: Atomically; fullText: FullText },
): Omit<Store, 'log' | 'ping' | 'check' | 'backup' | 'close'> {
  return {
    people: people(db, { atomically, forget }),
    signIns: signIns(db, atomically),
    tokens: tokens(db),
    factors: factors(db, atomically),
    passkeys: passkeys(db),
    workspaces: workspaces(db, { atomically, forget }),
    boards: boards(db, forget),
    sessions: sessions(db),
    ballots: ballots(db, forget),
    library: library(db, { atomically, forget, fullText }),
    history: history(db, forget),
    record: record(db),
  }
}
