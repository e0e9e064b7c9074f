import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { withHand } from '#lib/export/picture-fonts.ts'

const require = createRequire(import.meta.url)
const kept = new Map<string, string>()

/** A part of the note hand as a data address; read once. */
function dataOf(file: string): string {
  const known = kept.get(file)
  if (known !== undefined) return known
  const path = require.resolve(`@fontsource/patrick-hand/files/patrick-hand-${file}-400-normal.woff2`)
  const data = `data:font/woff2;base64,${readFileSync(path, 'base64')}`
  kept.set(file, data)
  return data
}

/** A drawing that carries the font it is written in. */
export const inHand = (svg: string): string => withHand(svg, dataOf)
