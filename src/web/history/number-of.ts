/** The number of a revision, as an address or a form tells it; null for what is none. */
export function numberOf(told: string | undefined): number | null {
  return told !== undefined && /^\d{1,9}$/.test(told) ? Number(told) : null
}
