import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { withHand } from '#lib/export/picture-fonts.ts'

const require = createRequire(import.meta.url)
const kept = new Map<string, string>()

/** Returns a part of the handwriting font as a data URL; each file is read once. */
function dataOf(file: string): string {
  const known = kept.get(file)
  if (known !== undefined) return known
  const path = require.resolve(`@fontsource/patrick-hand/files/patrick-hand-${file}-400-normal.woff2`)
  const data = `data:font/woff2;base64,${readFileSync(path, 'base64')}`
  kept.set(file, data)
  return data
}

/** Returns the drawing with its font embedded. */
export const inHand = (svg: string): string => withHand(svg, dataOf)
