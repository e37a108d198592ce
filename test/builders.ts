import type { Finding, InspectLine } from '../src/domain/finding.ts'
import { importProgramme } from '../src/services/import-programme.ts'
import type { ImportOptions, ImportSummary } from '../src/services/import-summary.ts'
import type { Store } from '../src/storage/store.ts'

/** An event on the 18th of December 2020; whatever matters to a test is told by it. */
export function finding(told: Partial<Finding> = {}): Finding {
  return {
    kind: 'event',
    title: 'Webinar on remittances',
    start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
    ...told,
  }
}

/** Findings, each of them whole, as an intake yields them. */
export function linesOf(findings: Finding[]): InspectLine[] {
  return findings.map(finding => ({ finding }))
}

/** Imports into `migrants-day/2020`, an edition of the 18th of December that is at home in Berlin. */
export async function importInto(
  store: Store,
  lines: Iterable<InspectLine>,
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary> {
  return importProgramme(store, lines, {
    series: 'migrants-day',
    edition: '2020',
    file: 'events.ics',
    at: Date.parse('2020-12-01T00:00:00Z'),
    date: '2020-12-18',
    zone: 'Europe/Berlin',
    ...options,
  })
}

/** Many findings one after the other, none held: each with an organisation, a place, a link and tags. */
export function* manyLines(count: number): Generator<InspectLine> {
  for (let number = 0; number < count; number++) {
    const hour = String(number % 24).padStart(2, '0')
    yield {
      finding: finding({
        title: `Webinar ${number}`,
        uid: `${number}@events.example`,
        start: `2020-12-18T${hour}:00:00+01:00[Europe/Berlin]`,
        organisations: [{ name: `Network ${number % 100}` }],
        place: { name: `Hall ${number % 50}`, country: 'DE' },
        links: [{ role: 'registration', url: `https://events.example/${number}` }],
        tags: ['migration', `topic ${number % 20}`],
      }),
    }
  }
}
