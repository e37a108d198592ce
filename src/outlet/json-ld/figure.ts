import { valueOn } from '../../domain/figure/value-at.ts'
import type { Figure } from '../../domain/figure.ts'
import { daysOf } from '../../time/edtf.ts'
import { cleanThing, jsonLdOf } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'

/** A figure for machines (schema.org): a data set, its files, and what it says today. */
export function figureJsonLd(
  figure: Figure,
  told: {
    address: string
    description: string
    language: string
    today: string
    files: { address: string; type: string }[]
    trail: Trail
  },
): string {
  const days = figure.points.map(({ date }) => daysOf(date)).sort((a, b) => (a.first < b.first ? -1 : 1))
  const now = valueOn(figure, told.today)
  return jsonLdOf(
    {
      '@type': 'Dataset',
      '@id': told.address,
      url: told.address,
      name: figure.name,
      description: told.description,
      inLanguage: told.language,
      dateModified: figure.updatedAt ? new Date(figure.updatedAt).toISOString() : null,
      temporalCoverage: days.length ? `${days[0]!.first}/${days.at(-1)!.last}` : null,
      isBasedOn: figure.sources.flatMap(({ address }) => address ?? []),
      variableMeasured: cleanThing({ '@type': 'PropertyValue', name: figure.name, unitText: figure.unit }),
      distribution: told.files.map(({ address, type }) => ({
        '@type': 'DataDownload',
        contentUrl: address,
        encodingFormat: type,
      })),
      mainEntity: now
        ? cleanThing({
            '@type': 'Observation',
            name: figure.name,
            value: now.value,
            unitText: figure.unit,
            observationDate: now.since,
          })
        : null,
    },
    trailOf(told.trail),
  )
}
