import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of other tools lie beside the project; tests use them when they are there and say when they are not. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures')
const places = [folder, join(folder, '..', '..', '..', 'shared', 'fixtures')]
export const fixtures = places.find(place => existsSync(place)) ?? null

export const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures ?? '', path)))

/**
 * Models of the BPMN interchange group (github.com/bpmn-miwg/bpmn-miwg-test-suite, folder Reference), by name: all that
 * lie in the folder which `MIWG` names, else those beside the project.
 */
const models = process.env.MIWG ?? (fixtures === null ? null : join(fixtures, 'bpmn-miwg'))
export const referenceModels: readonly string[] = (models === null ? [] : readdirSync(models))
  .flatMap(file => /^(.*)\.bpmn$/i.exec(file)?.[1] ?? [])
  .sort()
export const referenceModel = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(models ?? '', `${name}.bpmn`)))
