export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

export const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN

/** p50 and p99 of sorted ms. */
export const spread = (sorted: readonly number[]): string =>
  `${part(sorted, 0.5).toFixed(1)}, ${part(sorted, 0.99).toFixed(1)} ms`
