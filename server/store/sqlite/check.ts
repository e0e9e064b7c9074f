import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store.ts'

/** Bytes; a look through more would take minutes, during which the server could not close. */
const checkable = 2 * 1024 ** 3

/** The tables of a file, smallest names first; none when the file is too large to be looked through. */
export function tablesToCheck(db: DatabaseSync): string[] {
  const [size] = db.prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size').all()
  if (Number(size?.bytes) > checkable) return []
  return db
    .prepare("select name from sqlite_schema where type = 'table' and rootpage > 0 order by name")
    .all()
    .map(row => String(row.name))
}

/** Throws `damaged` with what SQLite found first. */
export function checkTable(db: DatabaseSync, table: string): void {
  const [first] = db.prepare(`pragma quick_check("${table.replaceAll('"', '""')}")`).all()
  const found = String(first?.quick_check ?? 'nothing')
  if (found !== 'ok') throw new StoreError('damaged', `The data on the disk is damaged: ${found.slice(0, 300)}.`)
}
