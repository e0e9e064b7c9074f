import type { Measure } from '#lib/geometry/text-fit.ts'

/**
 * Advance widths of Patrick Hand, the handwriting font of notes, in thousandths of the font size: read from the font's
 * hmtx table, so that a picture made without a browser breaks its lines as the wall does.
 */
const runs: readonly [first: number, widths: string][] = [
  [
    0x20,
    '230 247 303 457 507 643 530 164 334 364 404 480 202 404 214 423 448 363 468 448 375 423 399 495 433 367 232 232 396 572 400 368 550 488 507 548 475 442 375 480 468 235 370 523 372 595 532 556 481 655 454 459 468 550 562 616 601 442 507 303 420 296 370 571 220 392 412 388 390 398 359 445 420 224 235 415 266 680 452 403 428 463 385 385 344 400 400 463 448 423 428 339 176 328 529',
  ],
  [0xa0, '230 214 424 550 692 464 170 384 404 759 289 478 484 404 760 400 232 475 230 220 247'],
  [
    0xb6,
    '500 200 400 200 299 508 535 586 536 375 488 488 488 488 488 488 661 548 442 442 442 442 235 235 235 235 589 532 556 556 556 556 556 490 568 550 550 550 550 442 492 529 392 392 392 392 392 392 682 388 398 398 398 398 224 224 224 224 463 452 403 403 403 403 403 519 420 400 400 400 400 423 454 423 488 392 488 392 488 392 548 388 548 388 548 388 548 388 475 550 550 450 442 398 442 398 442 398 442 398 442 398 480 445 480 445 480 445 480 445 468 420 500 450 235 224 235 224 235 224 235 224 235 224 605 459 370 235 523 415 506 372 266 372 266 372 350 372 350 450 380 532 452 532 452 532 452 452 532 451 556 403 556 403 556 403 775 687 454 385 454 385 454 385 459 385 459 385 459 385 459 385 468 344 468 344 468 344 550 400 550 400 550 400 550 400 550 400 550 400 616 463 442 423 442 507 428 507 428 507 428 320',
  ],
]

const widths = new Map<number, number>(
  runs.flatMap(([first, list]) => list.split(' ').map((width, i) => [first + i, Number(width) / 1000] as const)),
)

/** Punctuation of other blocks that workshops use. */
const dashes = /[\u2010-\u2027]/
const full =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u

/** Marks over and under other characters (Thai vowels, accents), and what joins or colours the emoji before it. */
const takesNoRoom = /[\p{Mn}\p{Me}\p{Cf}]|\p{Emoji_Modifier}/u

/**
 * Returns the width of a character; one that the font lacks is drawn by another font: ideographs are as wide as high,
 * most letters two thirds.
 */
const widthOf = (character: string): number => {
  const known = widths.get(character.codePointAt(0) ?? 0)
  if (known !== undefined) return known
  return full.test(character) ? 1.02 : dashes.test(character) ? 0.45 : 0.66
}

/** Returns the width of a word at a font size of 1 px, a little more than exact, as on the wall. */
export const measureHand: Measure = word => {
  let width = 0
  let joins = false
  for (const character of word) {
    if (!joins && !takesNoRoom.test(character)) width += widthOf(character)
    joins = character === '\u200d'
  }
  return width * 1.02
}

/** px from the top of a line to its base, at a font size of 1 px. */
export const handAscent = 0.94
/** The font family, with the fallbacks where it is missing. */
export const handFamily = "'Patrick Hand','Source Sans 3 Variable','Source Sans 3',system-ui,'Noto Sans',sans-serif"
