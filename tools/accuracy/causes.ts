/**
 * The day or cause of a pair, by one name whoever wrote it down: `open-data`, `opendata-2021` and `opendata` are one, so
 * that none of them is fitted to while another is left out.
 */
export function causeOf(told: string): string {
  const bare = told
    .replace(/-(?:19|20)\d\d$/, '')
    .replace(/-(?:day|week)$/, '')
    .replaceAll('-', '')
    .replace(/s$/, '')
  return called[bare] ?? bare
}

const called: Record<string, string> = {
  antiracism: 'racialdiscrimination',
  coop: 'cooperative',
  deaf: 'signlanguage',
  decentwork: 'worker',
  earthday: 'earth',
  environment: 'earth',
  freesoftware: 'softwarefreedom',
  labour: 'worker',
  meteorology: 'meteorological',
  migration: 'migrant',
}
