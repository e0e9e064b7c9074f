/** Side of the texture's tile, px. */
export const tileSize = 512

/** A small seeded random generator, so that the paper looks the same for everybody. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

let drawn: string | null = null

/**
 * The fibres of kraft paper as a transparent tile that repeats without a seam, for any colour, by day and by night.
 * Drawn once in a browser; returns a CSS url.
 */
export function paperTile(): string {
  if (drawn) return drawn
  const canvas = document.createElement('canvas')
  canvas.width = tileSize
  canvas.height = tileSize
  const context = canvas.getContext('2d')
  if (!context) return 'none'
  const random = seeded(1907)
  context.lineCap = 'round'
  fibres(context, random, { count: 900, length: [6, 26], width: [0.4, 0.9], alpha: [0.03, 0.085] })
  fibres(context, random, { count: 130, length: [18, 60], width: [0.5, 1.1], alpha: [0.04, 0.1] })
  specks(context, random)
  drawn = `url(${canvas.toDataURL('image/png')})`
  return drawn
}

type Range = readonly [number, number]
const between = (random: () => number, [low, high]: Range) => low + random() * (high - low)

function fibres(
  context: CanvasRenderingContext2D,
  random: () => number,
  { count, length, width, alpha }: { count: number; length: Range; width: Range; alpha: Range },
): void {
  for (let i = 0; i < count; i++) {
    const x = random() * tileSize
    const y = random() * tileSize
    // Fibres lie along the direction in which the paper was made, more or less.
    const angle = (random() - 0.5) * 1.7 + (random() < 0.12 ? Math.PI / 2 : 0)
    const along = between(random, length)
    const bend = (random() - 0.5) * along * 0.7
    const dx = Math.cos(angle) * along
    const dy = Math.sin(angle) * along
    const light = random() < 0.45
    context.strokeStyle = light
      ? `rgb(255 246 224 / ${between(random, alpha) * 1.5})`
      : `rgb(62 40 14 / ${between(random, alpha)})`
    context.lineWidth = between(random, width)
    repeated(x, y, along, (left, top) => {
      context.beginPath()
      context.moveTo(left, top)
      context.quadraticCurveTo(left + dx / 2 - dy * 0.01 * bend, top + dy / 2 + bend, left + dx, top + dy)
      context.stroke()
    })
  }
}

function specks(context: CanvasRenderingContext2D, random: () => number): void {
  for (let i = 0; i < 260; i++) {
    const radius = between(random, [0.3, 1.1])
    context.fillStyle = random() < 0.6 ? 'rgb(60 38 12 / 0.14)' : 'rgb(255 248 230 / 0.2)'
    repeated(random() * tileSize, random() * tileSize, 2, (x, y) => {
      context.beginPath()
      context.ellipse(x, y, radius * 1.4, radius, 0, 0, 7)
      context.fill()
    })
  }
}

/** Repeats at the opposite edges what extends over an edge. */
function repeated(x: number, y: number, reach: number, draw: (x: number, y: number) => void): void {
  for (const left of [x, x - tileSize, x + tileSize])
    for (const top of [y, y - tileSize, y + tileSize])
      if (left > -reach * 2 && left < tileSize + reach * 2 && top > -reach * 2 && top < tileSize + reach * 2)
        draw(left, top)
}
