/** Something told to machines in the words of schema.org. */
export type Thing = Record<string, unknown>

export const context = 'https://schema.org'

/** Without what is not known. */
export function cleanThing(thing: Thing): Thing {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** What a property says of one thing, or of several. */
export function oneOrAll(things: Thing[]): Thing | Thing[] | null {
  return things.length > 1 ? things : (things[0] ?? null)
}

/** One or several things of a page as JSON that may stand inside `<script>`: nothing in it can end the element. */
export function jsonLdOf(...things: (Thing | null)[]): string {
  const told = things.flatMap(thing => (thing ? [cleanThing(thing)] : []))
  return JSON.stringify({ '@context': context, ...(told.length === 1 ? told[0] : { '@graph': told }) })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
