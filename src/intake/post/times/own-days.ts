import { findTimes } from '../../../time/find-times.ts'
import type { Block } from '../markup/block.ts'
import { passageOf } from '../passages/passage.ts'

/** "Publié le 15 décembre 2022", "Posted on June 20, 2021 by …" near the top: the day a post came out. */
export function dayOfByline(blocks: Block[]): string | undefined {
  for (const block of blocks.slice(0, 6)) {
    const { text } = passageOf(block.runs)
    if (text.length > 120 || !bylined.test(text)) continue
    const day = findTimes(text)[0]?.readings[0]?.start.slice(0, 10)
    if (day) return day
  }
  return undefined
}

const bylined =
  /^(?:posted|published|publié|publicad[oa]|veröffentlicht|pubblicato|geplaatst|gepubliceerd|opublikowano|опубликовано|publicerad|julkaistu|yayın(?:lan)?ma|diterbitkan|نشر|تاريخ النشر|发布|公開日)(?:\P{L}|\s(?:on|le|el|em|am|op|il|dnia|tarihi|في))/iu

/** The year that all days name that are told with one; undefined where they name several, or none. */
export function yearOfDays(blocks: Block[]): string | undefined {
  const years = new Set<string>()
  let left = 40_000
  for (const block of blocks) {
    if (left < 0) break
    const { text } = passageOf(block.runs)
    left -= text.length
    if (!/\p{Nd}/u.test(text)) continue
    for (const { readings } of findTimes(text.slice(0, 4000)))
      if (readings[0]) years.add(readings[0].start.slice(0, 4))
  }
  const [year, other] = years
  return other === undefined ? year : undefined
}
