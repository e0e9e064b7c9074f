import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { z } from 'zod'

/** Where `npm run bench -- walls` installs it: 250 MB that nothing else needs. `EXCALIDRAW` names another folder. */
const installed = process.env.EXCALIDRAW ?? join(import.meta.dirname, '../bench/peers/walls/node_modules')
const entry = join(installed, '@excalidraw/excalidraw/dist/prod/index.js')
export const hasExcalidraw = existsSync(entry)

const elements = z.array(z.looseObject({ id: z.string(), type: z.string() }))
export type ExcalidrawElement = z.infer<typeof elements>[number]
const file = z.object({ elements })
export const elementsOf = (text: string): ExcalidrawElement[] => file.parse(JSON.parse(text)).elements

type Restore = (data: unknown, appState: null, elements: null, options: { repairBindings: boolean }) => unknown

/**
 * Excalidraw's own `restore`, which reads whatever is opened and repairs or drops what it does not take. The package
 * asks for a browser while it is loaded and for nothing of it in `restore`: anything stands in for one.
 */
export async function excalidrawRestore(): Promise<(text: string) => ExcalidrawElement[]> {
  const anything: unknown = new Proxy(class {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : name === 'then' ? undefined : anything),
    apply: () => anything,
    construct: () => ({}),
  })
  for (const name of ['window', 'document', 'navigator', 'localStorage', 'location', 'FontFace', 'HTMLCanvasElement'])
    vi.stubGlobal(name, anything)
  for (const name of ['HTMLElement', 'Element']) vi.stubGlobal(name, class {})
  vi.stubGlobal('devicePixelRatio', 1)
  const { restore } = (await import(/* @vite-ignore */ entry)) as { restore: Restore }
  return text => file.parse(restore(JSON.parse(text), null, null, { repairBindings: true })).elements
}
