import { ImportError } from './format.ts'

/** The encoding an XML file declares, in its first bytes; files say so in ASCII whatever they are written in. */
const declared = (bytes: Uint8Array): string | null =>
  /^[^<]*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1] ?? null

/** The text of a file: UTF-8 or UTF-16 by its mark, what an XML declaration says, else UTF-8, else Latin-1. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  const name = marked ?? declared(bytes) ?? 'utf-8'
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportError(`The encoding “${name}” is not known here; save the file as UTF-8.`)
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
