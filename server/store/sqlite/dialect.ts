import {
  type CompiledQuery,
  type Kysely,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type Atomically, kyselyOver } from '../dialect.ts'
import type { Tables } from '../tables.ts'
import type { ThreadLink } from './link.ts'
import type { Query } from './messages.ts'

/** Kysely over the workers: a select goes to the reader, everything else joins the writer's next group. */
export const kyselyOverLinks = (writer: ThreadLink, reader: ThreadLink): Kysely<Tables> =>
  kyselyOver(
    async compiled => {
      const link = SelectQueryNode.is(compiled.query) ? reader : writer
      const { rows, changes } = await link.ask('query', toQuery(compiled))
      return { rows, numAffectedRows: BigInt(changes) }
    },
    {
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: db => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  )

/** All of the writes or none, in one step; `forget` deletes for good. */
export const inOneStep =
  (writer: ThreadLink, op: 'batch' | 'forget'): Atomically =>
  async queries => {
    await writer.ask(
      op,
      queries.map(query => toQuery(query.compile())),
    )
  }

const toQuery = ({ sql, parameters }: CompiledQuery): Query => ({ sql, parameters })
