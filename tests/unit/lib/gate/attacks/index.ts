import type { Attack } from './attack.ts'
import { bytes } from './bytes.ts'
import { rights } from './rights.ts'
import { schema } from './schema.ts'
import { serverOnly } from './server-only.ts'
import { sizes } from './sizes.ts'
import { structure } from './structure.ts'

/** Every attack, by class. */
export const attacks: Record<string, readonly Attack[]> = {
  bytes,
  sizes,
  structure,
  schema,
  'server only': serverOnly,
  rights,
}
