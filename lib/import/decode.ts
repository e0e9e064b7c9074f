import { ImportError } from './format.ts'

/** The encoding an XML file declares, in its first bytes; files say so in ASCII whatever they are written in. */
const declared = (bytes: Uint8Array): string | null =>
  /^[^<]*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1] ?? null

/** UTF-16 without its mark, as XML in it begins: every other byte of `<?` is nothing. */
const unmarked = ([a, b, c, d]: Uint8Array): string | null =>
  a === 0x3c && b === 0 && c === 0x3f && d === 0
    ? 'utf-16le'
    : a === 0 && b === 0x3c && c === 0 && d === 0x3f
      ? 'utf-16be'
      : null

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The text of a file: UTF-8 or UTF-16 by its mark or its bytes, what an XML declaration says, else UTF-8, else Latin-1. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : unmarked(bytes)
  const said = declared(bytes)
  // A declaration that could be read byte by byte is not UTF-16, and text of another encoding is hardly ever UTF-8 too:
  // programs that write one and say the other are common.
  const wrong = said !== null && (/^(utf-?16|utf-?32|ucs|iso-10646)/i.test(said) || isUtf8(bytes))
  const name = marked ?? (wrong ? 'utf-8' : said) ?? 'utf-8'
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportError(`The encoding “${name}” is not known here; save the file as UTF-8.`)
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
