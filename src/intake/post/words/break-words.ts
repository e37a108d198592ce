import type { Finding } from '../../../domain/finding.ts'
import { anyOf } from './word-pattern.ts'

/** Breaks in a programme are no part of it, nor "Lunch with elders" in a list, if it has no page and nobody invites to it. */
export function isBreak({
  title,
  links,
  organisations,
}: Pick<Finding, 'title' | 'links' | 'organisations'>): boolean {
  return within.test(title) && title.split(/\s+/).length <= 4 && !links?.length && !organisations?.length
}

/**
 * Whether an item of a grid is a break and nothing else. Stricter than for lines of posts: what is left out of a grid is
 * missed in the midst of what is told.
 */
export function isBreakAlone(title: string): boolean {
  return alone.test(title)
}

const breaks = {
  en: '(?:(?:coffee|tea|lunch|dinner|short|comfort|networking|morning|afternoon|bio|health)[\\s/-]+)*(?:break|pause)|lunch|dinner|coffee',
  de: '(?:kaffee|mittags|abend)?-?pause|mittagessen|abendessen|imbiss',
  fr: 'pause(?:[- ]café|[- ]déjeuner)?|déjeuner|dîner',
  es: 'pausa(?: (?:para el )?(?:café|almuerzo))?|almuerzo|descanso|receso|cena',
  pt: 'pausa(?: para (?:o )?café)?|almoço|intervalo|jantar',
  it: 'pausa(?: caffè| pranzo)?|pranzo|cena',
  id: 'istirahat|makan siang|rehat kopi',
  ru: 'перерыв|обед|кофе-брейк',
  ar: 'استراحة|غداء',
  zh: '茶歇|午餐|休息',
}

/** What a grid has besides, and what is a part of longer names elsewhere. */
const inGrids = 'tea|breakfast|registration(?: and coffee)?|almuerzo libre|comida|café'

const within = anyOf(breaks)
const alone = new RegExp(`^(?:${Object.values(breaks).join('|')}|${inGrids})\\W*$`, 'iu')
