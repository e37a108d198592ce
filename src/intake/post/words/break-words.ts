import { anyOf } from './word-pattern.ts'

/** Breaks in a programme are no part of it. */
export function isBreak(title: string): boolean {
  return breaks.test(title) && title.split(/\s+/).length <= 4
}

const breaks = anyOf({
  en: '(?:(?:coffee|tea|lunch|dinner|short|comfort|networking|morning|afternoon|bio|health) )*break|lunch|dinner|coffee',
  de: '(?:kaffee|mittags|abend)?pause|mittagessen|abendessen|imbiss',
  fr: 'pause(?:[- ]café|[- ]déjeuner)?|déjeuner|dîner',
  es: 'pausa(?: (?:para el )?café)?|almuerzo|descanso|receso|cena',
  pt: 'pausa(?: para (?:o )?café)?|almoço|intervalo|jantar',
  it: 'pausa(?: caffè| pranzo)?|pranzo|cena',
  id: 'istirahat|makan siang|rehat kopi',
  ru: 'перерыв|обед|кофе-брейк',
  ar: 'استراحة|غداء',
  zh: '茶歇|午餐|休息',
})
