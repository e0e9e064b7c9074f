/** Parts of the handwriting font as its package ships them, with the characters of each. */
export const handParts = [
  {
    file: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    needed: /./,
  },
  {
    file: 'latin-ext',
    range: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20C0',
    needed: /[\u0100-\u02ff\u1e00-\u1e9f]/,
  },
  {
    file: 'vietnamese',
    range:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    needed: /[\u01a0-\u01b0\u1ea0-\u1ef9]/,
  },
] as const

/**
 * Returns the style rules that embed the handwriting font in a drawing; `dataOf` returns a part's file as a data URL.
 */
export const handFaces = (text: string, dataOf: (file: (typeof handParts)[number]['file']) => string): string =>
  handParts
    .filter(({ needed }) => needed.test(text))
    .map(
      ({ file, range }) =>
        `@font-face{font-family:'Patrick Hand';src:url(${dataOf(file)}) format('woff2');unicode-range:${range}}`,
    )
    .join('')

const place = '<style>'
/** Embeds the handwriting font in a drawing of lib/export/svg.ts, so that it looks the same on a machine without it. */
export const withHand = (svg: string, dataOf: Parameters<typeof handFaces>[1]): string =>
  svg.replace(place, () => place + handFaces(svg, dataOf))
