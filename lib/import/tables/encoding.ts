import { type EncodingId, encodings } from './fields.ts'

/** Bytes that are read to tell an encoding. */
const tried = 64_000

/** The encoding of a text without a mark of its own: Unicode where the bytes are, else the likeliest of the older ones. */
export function encodingOf(bytes: Uint8Array): EncodingId {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const begin = bytes.subarray(0, tried)
  const zeros = [0, 1].map(odd => begin.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const half = begin.length / 2
  if ((zeros[1] ?? 0) > half * 0.3 && (zeros[0] ?? 0) < half * 0.05) return 'utf-16le'
  if ((zeros[0] ?? 0) > half * 0.3 && (zeros[1] ?? 0) < half * 0.05) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return likeliest(begin)
  }
}

export const decodeAs = (bytes: Uint8Array, encoding: EncodingId): string => new TextDecoder(encoding).decode(bytes)

function likeliest(bytes: Uint8Array): EncodingId {
  let best: { id: EncodingId; score: number } = { id: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const { id } of encodings) {
    if (id.startsWith('utf')) continue
    const score = scoreOf(decodeAs(bytes, id), id)
    if (score > best.score) best = { id, score }
  }
  return best.id
}

const scripts: readonly [string, RegExp][] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['han', /\p{Script=Han}/u],
]
/** Letters that the languages of an encoding write often. */
const common = {
  'windows-1252': /[äöüßéèêàâçñóíáúôîåøæëï]/giu,
  macintosh: /[äöüßéèêàâçñóíáúôîåøæëï]/giu,
  'windows-1250': /[ąćęłńóśźżčďěňřšťůžáéíýőűäöüăşţ]/giu,
  'iso-8859-2': /[ąćęłńóśźżčďěňřšťůžáéíýőűäöüăşţ]/giu,
  'windows-1254': /[ğışçöü]/giu,
  'windows-1257': /[āčēģīķļņšūžąęėįųõäöü]/giu,
  'iso-8859-15': /[äöüßéèêàâçñóíáúôîåøæëïœ]/giu,
  // Hebrew reads as Cyrillic without vowels, and one Cyrillic as another with its capitals turned about.
  'windows-1251': /[оеаинтсрвл]/gu,
  'koi8-u': /[оеаинтсрвл]/gu,
  'windows-1255': /[יוהלאמרתבש]/gu,
  'windows-1256': /[اليمنرتو]/gu,
} as Partial<Record<EncodingId, RegExp>>
const halfWidth = /[\uff61-\uff9f]/
/** Signs that stand in words only where the encoding is another. */
const odd =
  /\p{L}[¹²³¼½¾]\p{L}|\p{L}[^\p{L}\p{M}\p{N}\s\p{Pd}\p{Po}\p{Pf}\p{Pi}\p{Ps}\p{Pe}_+/|=<>&]|[^\p{L}\p{M}\p{N}\s\p{P}\p{Sm}\p{Sc}]\p{L}/gu

/** How much a text looks like one: words of one script, letters of their language, capitals where they belong. */
function scoreOf(text: string, id: EncodingId): number {
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  if (foreign === 0) return 0
  const broken = text.match(/[\ufffd\u0080-\u009f\u{e000}-\u{f8ff}]/gu)?.length ?? 0
  // Points of Hebrew stand in prayer books, hardly in tables: there they are Arabic, read wrong.
  const pointed = text.match(/[\u05b0-\u05c7]/g)?.length ?? 0
  let score = -4 * broken - 2 * pointed - 2 * (text.match(odd)?.length ?? 0)
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    if (/^\p{ASCII}+$/u.test(word)) continue
    const used = scripts.filter(([, letters]) => letters.test(word)).map(([name]) => name)
    const japanese = used.every(name => name === 'kana' || name === 'han')
    const letters = word.match(/\P{ASCII}/gu)?.length ?? 0
    if (used.length > 1 && !japanese) score -= 2 * letters
    else if (used[0] === 'latin') {
      // Three accented letters in a row are no word of a Latin script.
      score += /\P{ASCII}{3}/u.test(word) ? -letters : 0
      if (/\p{Ll}\p{Lu}/u.test(word)) score -= 2
    }
    // Katakana of half the width are what Thai and Cyrillic look like in Shift JIS.
    else if (halfWidth.test(word)) score += 0.3 * letters
    else if (used.includes('kana') || used.includes('hangul')) score += 2 * letters
    else if (used[0] === 'han') score += 1.2 * letters
    else score += letters * (/\p{Ll}\p{Lu}/u.test(word) ? 0.2 : 1)
  }
  return score + (common[id] ? 0.5 * (text.match(common[id])?.length ?? 0) : 0)
}
