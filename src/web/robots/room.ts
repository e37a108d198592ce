import { Hono } from 'hono'
import { choiceGroups } from '../../domain/programme-filter.ts'
import { filterNames } from '../filter-query.ts'
import { doors, paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** What somebody comes in by, works at, or keeps for themselves. */
const kept = [...doors, paths.plan(), paths.chooseLanguage(), paths.search()]

/**
 * A programme is one page, whoever reads it; in every zone and moment it would be millions; and so would all ways to filter
 * it. Languages and days of a long one are not among them: they are told in the sitemap, or lead to entries. Pages as of a
 * moment are `noindex` besides, for those who were led to them.
 */
const askings = [
  'at',
  'zone',
  'beside',
  'awake',
  'view',
  'since',
  'before',
  filterNames.words,
  filterNames.only,
  ...choiceGroups,
]

export function robotsRoom({ config }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  const text = [
    'User-agent: *',
    // A series may begin with the same letters.
    ...kept.flatMap(path => ['$', '/', '?'].map(end => `Disallow: ${path}${end}`)),
    `Disallow: ${paths.chooseZone()}?`,
    `Disallow: ${paths.chooseZone()}$`,
    ...askings.flatMap(name => [`Disallow: /*?${name}=`, `Disallow: /*&${name}=`]),
    // It never ends.
    `Disallow: ${paths.live('*', '*')}$`,
    '',
    `Sitemap: ${config.baseUrl}${paths.sitemap()}`,
    '',
  ].join('\n')
  room.get(paths.robots(), c => c.text(text, 200, { 'cache-control': 'public, max-age=86400' }))
  return room
}
