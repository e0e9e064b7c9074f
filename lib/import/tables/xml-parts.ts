import { Parser } from 'saxen'
import { ImportError } from '../format.ts'

/** What is heard while a part of a workbook is read: elements without their prefix, texts as they are meant. */
export interface Heard {
  open(name: string, attribute: (name: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads the XML of one part; throws ImportError where it is damaged. */
export function readXmlPart(bytes: Uint8Array, heard: Heard): void {
  const parser = new Parser()
  let failed: Error | null = null
  parser.on('error', error => {
    failed ??= error
    parser.stop()
  })
  parser.on('openTag', (name, attributes, decode) =>
    heard.open(local(name), wanted => {
      const all = attributes()
      const value = all[wanted] ?? Object.entries(all).find(([key]) => local(key) === wanted)?.[1]
      return value === undefined ? undefined : decode(value)
    }),
  )
  parser.on('closeTag', name => heard.close?.(local(name)))
  parser.on('text', (text, decode) => heard.text?.(decode(text)))
  parser.on('cdata', text => heard.text?.(text))
  parser.parse(textOf(bytes))
  if (failed) throw new ImportError('This workbook cannot be opened: it is cut off or damaged.')
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  const name = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(name).decode(bytes)
}
