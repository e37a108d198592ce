/** `20201218T140000` of a wall time, which may have no seconds, or more than those. */
export function wallIn(wall: string): string {
  const figures = wall.slice(0, 19).replace(/[-:]/g, '')
  return figures.length === 13 ? `${figures}00` : figures
}

/** `20201218` */
export function dayIn(wall: string): string {
  return wall.slice(0, 10).replaceAll('-', '')
}

/** `20201218T130000Z` of epoch milliseconds. */
export function momentIn(epochMs: number): string {
  return `${wallIn(new Date(epochMs).toISOString())}Z`
}
