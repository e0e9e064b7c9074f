/** How much of the ribbon is left at the beginning and at the end of one step, 0 to 1. */
export interface Narrowed {
  readonly before: number
  readonly after: number
}

/**
 * The outline of a ribbon that narrows from step to step, as an SVG path. `length` px along the way for each step, `width`
 * px across where nothing is lost; it runs down, or to the right.
 */
export function ribbonShape(
  steps: readonly Narrowed[],
  { length, width, runs }: { length: number; width: number; runs: 'down' | 'right' },
): string {
  const at = (along: number, across: number) => (runs === 'down' ? `${across} ${along}` : `${along} ${across}`)
  const edge = (share: number, side: -1 | 1) => width / 2 + (side * share * width) / 2
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return ''
  const there = steps.map(({ before, after }, i) => {
    const [middle, to] = [(i + 0.5) * length, (i + 1) * length]
    return `C${at(middle, edge(before, 1))} ${at(middle, edge(after, 1))} ${at(to, edge(after, 1))}`
  })
  const back = steps.map(({ before, after }, i) => {
    const [from, middle] = [i * length, (i + 0.5) * length]
    return `C${at(middle, edge(after, -1))} ${at(middle, edge(before, -1))} ${at(from, edge(before, -1))}`
  })
  return `M${at(0, edge(first.before, 1))}${there.join('')}L${at(steps.length * length, edge(last.after, -1))}${back.reverse().join('')}Z`
}
