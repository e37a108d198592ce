/** What a browser says of a passkey, out of the field in which a script put it; null where it is none. */
export function passkeyIn(field: string | undefined): Record<string, unknown> | null {
  try {
    const told: unknown = JSON.parse(field ?? '')
    return told !== null && typeof told === 'object' && !Array.isArray(told)
      ? (told as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
