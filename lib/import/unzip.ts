import { unzipSync } from 'fflate'
import { ImportError } from './format.ts'

/**
 * The parts of a zip, or those of them that are wanted, within so many bytes. A part that inflates to more than the zip
 * says of it is cut there: what a bomb claims is what it gets. Throws ImportError.
 */
export function unzipWithin(
  bytes: Uint8Array,
  most: number,
  wanted: (name: string) => boolean = () => true,
): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false
        total += originalSize
        if (total > most) throw new ImportError(`This file is larger inside than ${Math.floor(most / 1024 / 1024)} MB.`)
        return true
      },
    })
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('This zip cannot be opened: it is cut off or damaged.')
  }
}

/** What the parts of a zip are called; empty for anything that is no zip. None is inflated. */
export function namesInZip(bytes: Uint8Array): string[] {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 })
  } catch {
    return []
  }
  return names
}
