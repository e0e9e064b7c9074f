import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of tests/fixtures, as its bytes. */
export const ownFixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'fixtures', path)))
