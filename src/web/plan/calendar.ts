import { hasPlace, itemOf } from '../../outlet/calendar/items-of.ts'
import { writeCalendar } from '../../outlet/calendar/write-calendar.ts'
import { visitPlan } from '../../services/plan/visit-plan.ts'
import { readStars } from '../../storage/plans.ts'
import { openPlan } from '../middleware/own-plan.ts'
import { paths } from '../paths.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { versionOf } from '../ui/send.tsx'
import { showingFor } from './pages.tsx'
import { choiceKeys } from './plan-row.tsx'
import { showPlan } from './shown-plan.ts'
import { sayWhy } from './why.ts'

/**
 * What is starred, as calendars read it: each says first whether it is to be watched live or later. Null where there is no
 * such plan.
 */
export async function sendCalendar(c: Visit, parts: Parts, token: string): Promise<Response | null> {
  const { config, store } = parts
  const opened = await openPlan(parts, token)
  if (!opened) return null
  const plans = await parts.plans()
  const plan = await visitPlan(plans, opened.plan, 'read', parts.now())
  const stars = await readStars(plans.db, plan.id)
  const shown = await showPlan(store, stars, plan, showingFor(c, parts, plan))
  const { say, locale, language } = shown.showing
  const items = shown.parts.flatMap(({ series, edition, rows, showing }) =>
    rows
      .filter(({ entry }) => hasPlace(entry))
      .map(({ entry, parent, decision }) => {
        const choice = choiceKeys[decision.choice]
        const why = sayWhy(decision, id => shown.rows.get(id)?.entry.title ?? '', showing)
        return {
          ...itemOf({ series, edition }, entry, parent ?? entry, config.baseUrl),
          lead: [choice && say(choice), why]
            .filter(Boolean)
            .join(' ')
            .replace(/[\u2068\u2069]/g, ''),
        }
      }),
  )
  const { text } = writeCalendar(
    {
      id: plan.id,
      name: say('plan.name'),
      about: null,
      page: config.baseUrl + paths.plan(),
      source: `${config.baseUrl}${paths.planCalendar(token)}?lang=${language}`,
      accent: null,
      language,
      changedAt: shown.parts.reduce((last, { edition }) => Math.max(last, edition.updatedAt), plan.changedAt),
    },
    items,
    { say, locale, now: readerOf(c, parts).at },
  )
  const headers = { etag: `"${versionOf(text)}"`, 'cache-control': 'private, no-cache' }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
}
