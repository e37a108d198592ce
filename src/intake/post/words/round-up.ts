import { anyOf } from './word-pattern.ts'

const manyThings = anyOf({
  en: "news|digest|newsletter|this (?:week|month)|weekly|monthly|round-?up|updates?|collection|calls for|presentations? from|links|resources|ressources|overview|what['’]?s on|what is on|events|webinars|web-?meetings|activities|calendar|things to do|ways to|statements",
  de: 'rundbrief|überblick|übersicht|veranstaltungen|termine|webinare|neuigkeiten|nachrichten|aktionen|erklärungen|sammlung',
  fr: "actualités|événements|évènements|rendez-vous|webinaires|le programme|agenda|tour d['’]horizon|activités|communiqués|lettre d['’]information",
  es: 'noticias|boletín|actividades|eventos|webinarios|agenda|comunicados|resumen|recopilación',
  pt: 'notícias|boletim|atividades|eventos|webinários|agenda|comunicados|resumo',
  it: 'notizie|bollettino|eventi|attività|rassegna|agenda',
  id: 'berita|kegiatan|rangkuman|agenda|jadwal|daftar|info (?:webinar|acara)',
  ru: 'новости|события|мероприятия|обзор|подборка|дайджест',
  ar: 'فعاليات|أخبار|نشرة|أنشطة|بيانات|حصاد',
  ja: 'まとめ|一覧|お知らせ|ニュース|通信|便り',
  zh: '活动汇总|新闻|简报|活动',
})

/** Whether a title is that of a list of many things, not of one event. */
export function isRoundUpTitle(title: string): boolean {
  return manyThings.test(title)
}
