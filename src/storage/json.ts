/** JSON for a column: null where there is nothing, so that empty lists take no room. */
export function toJson(value: unknown): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null
  return JSON.stringify(value)
}

/** What we wrote there ourselves; null where nothing was. */
export function fromJson<T>(column: string | null): T | null {
  return column === null ? null : (JSON.parse(column) as T)
}
