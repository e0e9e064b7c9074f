/** The present time as a directory name that sorts by time: 2026-03-01T09-30-00. */
export const stamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-')
