import type { Kind } from '../../../domain/finding.ts'
import { type Mood, moodOf } from './section-words.ts'
import { anyOf } from './word-pattern.ts'

const kinds: Record<Mood, Kind | undefined> = {
  events: 'event',
  videos: 'video',
  statements: 'statement',
  campaigns: 'campaign',
  toolkits: 'toolkit',
  articles: 'article',
  aside: undefined,
}

export function kindOfMood(mood: Mood | undefined): Kind | undefined {
  return mood ? kinds[mood] : undefined
}

/** "Statements have been coming in since the morning:", "To read": what the paragraph before a list says it lists. */
export function moodOfLead(text: string): Mood | undefined {
  if (text.length > 220) return undefined
  const sentence = text.split(/(?<=[.!?])\s+/).at(-1) ?? text
  return (tools.test(sentence) ? 'toolkits' : undefined) ?? moodOf(sentence)
}

/** Only a short heading without a colon names a part of a list; a longer one is the title of a thing. */
export function moodOfHeading(text: string): Mood | undefined {
  if (/[:：“"«?]/.test(text.replace(/[:：]\s*$/, '')) || text.trim().split(/\s+/).length > 6) return undefined
  return moodOfLead(text)
}

const tools = anyOf({
  en: 'resources?|tool ?kits?|tool ?box(?:es)?|(?:teaching |campaign |social media )?materials?|handbooks?|guides|for (?:the )?(?:teachers|schools|educators|classrooms?)|in the classroom',
  de: 'materialien|material|arbeitshilfen|handreichungen|werkzeuge|für (?:die )?(?:schulen?|lehrkräfte|kita)|für den unterricht',
  fr: "ressources|outils|boîtes? à outils|guides|pour (?:les (?:enseignants|écoles|profs)|la classe|l['’]école)|kits?",
  es: 'recursos|materiales|herramientas|guías|para (?:docentes|el aula|la escuela|escuelas)',
  pt: 'recursos|materiais|ferramentas|guias|(?:para|pra) (?:professores|a escola|as escolas|sala de aula)',
  it: 'risorse|materiali|strumenti|guide|per (?:le scuole|la scuola|insegnanti)',
  id: 'materi|panduan|sumber daya|bahan ajar',
  ru: 'материалы|пособия|ресурсы|для (?:школ|учителей|уроков)',
  uk: 'матеріали|посібники|ресурси',
  pl: 'materiały|poradniki|zasoby',
  nl: 'materialen|lesmateriaal|hulpmiddelen',
  ar: 'موارد|أدوات|أدلة|مواد',
  ja: '教材|資料|ツール',
  zh: '资源|工具',
})
