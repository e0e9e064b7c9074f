import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of other tools lie beside the project; tests use them when they are there and say when they are not. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures')
const places = [folder, join(folder, '..', '..', '..', 'shared', 'fixtures')]
export const fixtures = places.find(place => existsSync(place)) ?? null

export const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures ?? '', path)))
