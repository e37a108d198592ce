import type { Attendance } from '../../../domain/finding.ts'
import { dueWords } from '../../../time/deadline-words.ts'
import { anyOf } from './word-pattern.ts'

/** "Here is …", "Another …", "Let's start with …": the curator hands something over. */
export const presents = anyOf({
  en: "here(?:['’]s| is| comes)|this is|there is also|another|(?:and )?one more|let['’]?s (?:start|begin|continue) with|next up|a reminder of|first up|not to forget|just in",
  de: 'hier (?:ist|kommt|gibt es|findet ihr|finden sie)|dies ist|das ist|ein weitere[rs]|eine weitere|noch ein|noch eine|beginnen wir mit',
  fr: "voici|voilà|ceci est|c['’]est|un autre|une autre|encore une?|commençons par",
  es: 'aquí (?:está|tienen|hay|va|pueden)|este es|esta es|otr[oa]|empecemos con|comencemos con|les comparto|comparto',
  pt: 'aqui (?:está|vai|tem)|este é|esta é|outr[oa]|mais uma?|comecemos com|vamos começar com|compartilho',
  it: "ecco|questo è|questa è|un altro|un[’']altra|cominciamo con",
  id: 'berikut(?: ini)?|ini adalah|mari mulai dengan|satu lagi',
  ru: 'вот|это|ещё один|еще один|ещё одна|еще одна|начн[её]м с',
  ar: 'هذا هو|هذه هي|إليكم|وهنا|هنا|لنبدأ',
  zh: '这是|以下是|另一个|让我们从',
})

/** "Watch …", "Check out …", "Join …": the reader is sent somewhere; worth an entry where a link goes with it. */
export const pointsTo = anyOf({
  en: "also|finally|last but not least|check out|watch|read|listen to|don['’]?t miss|do not miss|have a look at|take a look at|see|join|sign|support|new:|more",
  de: 'außerdem|schließlich|lesenswert|sehenswert|nicht verpassen|schaut|lest|seht',
  fr: 'à lire|à voir|à ne pas manquer|découvrez|regardez|lisez|signez|enfin|et aussi',
  es: 'también|por último|no se pierdan|vean|lean|firmen|miren',
  pt: 'também|por fim|não percam?|vejam|leiam|assinem|confira',
  it: 'infine|da leggere|da vedere|guardate|leggete',
  id: 'simak|baca|tonton|ikuti',
  ru: 'смотрите|читайте|также|присоединяйтесь',
  ar: 'أيضا|شاهدوا|اقرأوا|انضموا',
  zh: '请看|请阅读|观看|参加',
})

/** "X has launched …", "X hosts …": somebody brings something out or invites to it. */
export const bringsOut = anyOf(
  {
    en: '(?:has|have|had|just|is|are|will|also)? ?(?:just |also |now |decided to |today )*(?:launch(?:ed|es)?|publish(?:ed|es)?|released?|releases|issued?|issues|put together|produced?|organi[sz](?:e|ed|es|ing)|host(?:ed|s|ing)?|held|holds?|holding|present(?:ed|s|ing)?|invites?(?: you)?(?: to)?|inviting|offers?|offering|posted|shared|started|starts|runs?|running|created|compiled|announced?|announces|stage[sd]?|convenes?|convening|drafted|wrote|written)',
    de: '(?:hat|haben|wird|werden)?.{0,60}?(?:veröffentlicht|gestartet|herausgegeben|veranstaltet|organisiert|lädt|laden|präsentiert|zeigt|ausgerichtet|verfasst|lanciert)',
    fr: '(?:a|ont|vient de|viennent de)? ?(?:lancé|lance|lancent|publié|publie|publient|publier|diffusé|diffuse|organise|organisent|organisé|propose|proposent|présente|présentent|invite|invitent|accueille|tient)',
    es: '(?:ha|han|acaba de|acaban de)? ?(?:lanzado|lanza|lanzan|lanzó|publicado|publica|publican|publicó|publicar|organiza|organizan|organizado|presenta|presentan|invita|invitan|convoca|convocan|emitido|emitió|difundió|comparte)',
    pt: '(?:acaba de|acabam de)? ?(?:lançou|lança|lançam|lançaram|publicou|publica|publicaram|publicar|organiza|organizam|apresenta|apresentam|convida|convidam|promove|promovem|divulgou|realiza)',
    it: '(?:ha|hanno)? ?(?:lanciato|lancia|pubblicato|pubblica|organizza|organizzano|presenta|invita)',
    id: '(?:telah )?(?:meluncurkan|menerbitkan|menyelenggarakan|mengadakan|mengundang|merilis)',
    ru: 'запустил[аио]?|опубликовал[аио]?|выпустил[аио]?|проводит|проводят|приглашает|приглашают|организует|организуют',
    ar: 'أطلقت|أطلق|نشرت|نشر|أصدرت|أصدر|تنظم|ينظم|تستضيف|يستضيف|تدعو',
    zh: '发布|发起|启动|举办|主办|邀请|推出',
  },
  'iu',
)

/** "… just wrote me and asked me to add this …": somebody asked to be listed. */
export const asksToBeListed = anyOf(
  {
    en: '(?:just )?(?:wrote|emailed|mailed|contacted|messaged|sent)(?: to)? me|asked (?:me )?to (?:add|include|share)|asked if i could|sent (?:in|along)|let me know (?:about|of)',
    de: 'hat mir (?:gerade )?geschrieben|bat(?:en)? mich|schickte mir|machte mich aufmerksam',
    fr: "m['’]a (?:écrit|envoyé|demandé)|m['’]ont (?:écrit|envoyé|demandé)",
    es: 'me (?:escribió|escribieron|envió|enviaron|pidió|pidieron)',
    pt: 'me (?:escreveu|escreveram|enviou|enviaram|pediu|pediram)',
  },
  'iu',
)

/** "already started": the thing is on on the day of the post. */
export const hasStarted = anyOf({
  en: 'already (?:started|begun|under ?way|running|live)|is (?:on|live) (?:right )?now|under way',
  de: 'bereits (?:begonnen|gestartet)|läuft (?:schon|bereits|gerade)',
  fr: 'déjà (?:commencé|débuté)|en cours',
  es: 'ya (?:ha comenzado|comenzó|empezó|ha empezado)|en curso',
  pt: 'já (?:começou|está em andamento)',
  ar: 'بدأ بالفعل|بدأت بالفعل',
})

const online = anyOf({
  en: 'online|virtual(?:ly)?|web-?meetings?|webinars?|webcast|streamed (?:on|via|at)|web-?talks?|zoom|live-?stream(?:ed|ing)?|live session|remote(?:ly)?|dial in|video ?conference|google meet|ms teams|microsoft teams|webex|jitsi|community calls?|via youtube|facebook live|spatial\\.?chat|co-?working',
  de: 'online\\S*|virtuell\\S*|per video|videokonferenz|digital\\S*',
  fr: 'en ligne|virtuel(?:le)?s?|webinaires?|visioconférences?|à distance|en direct sur',
  es: 'en línea|virtual(?:es|mente)?|webinarios?|seminario web|a distancia|por videoconferencia|en vivo por',
  pt: 'virtual|webinários?|a distância|à distância|videoconferência',
  it: 'in linea|virtuale|a distanza|videoconferenza',
  id: 'daring|virtual|webinar',
  ru: 'онлайн|вебинар\\S*|виртуальн\\S*|дистанционно',
  ar: 'عبر الإنترنت|افتراضي|افتراضية|عن بعد|زووم|أونلاين',
  zh: '在线|线上|网络',
})
const offline = anyOf({
  en: 'in[- ]person|on[- ]site|at the (?:museum|library|park|church|square|town hall|cafe|café|pub|bar)|face[- ]to[- ]face|gathers? (?:at|in) front of',
  de: 'vor ort|präsenz\\S*|treffpunkt',
  fr: 'en présentiel|sur place',
  es: 'presencial(?:es|mente)?',
  pt: 'presencial(?:mente)?',
  it: 'in presenza',
  id: 'tatap muka|luring',
  ru: 'очно',
  ar: 'حضوري|حضورية|حضوريا',
  zh: '线下',
})
const both = anyOf({
  en: 'hybrid|online (?:and|&|\\+|or) (?:in |at )?(?:the )?(?:room|hall|auditorium|library|person)|(?:room|hall|auditorium|theatre|library)(?:[ ,][^.\\n]{0,80}?)?,? (?:and|or|&|\\+) (?:also )?(?:online|on zoom|via zoom|virtually)',
  de: 'hybrid\\S*|(?:hör)?saal\\s[^.\\n]{0,80}? (?:und|sowie) online',
  fr: 'hybride|salle\\s[^.\\n]{0,80}? et en (?:visioconférence|visio|ligne|distanciel)',
  es: 'híbrid[oa]|semipresencial|(?:sala|aula|auditorio|salón)\\s[^.\\n]{0,80}? y (?:en línea|online|por zoom|en directo)',
  pt: 'híbrid[oa]',
  ar: 'هجين',
  zh: '混合',
})

export function attendanceOf(text: string): Attendance | undefined {
  const words = text.replace(/\bavailable online\b|\bonline (?:afterwards|later)\b|https?:\/\/\S+/gi, ' ')
  const onlineTimes = count(words, online)
  const offlineTimes = count(words, offline)
  if (both.test(words)) return 'mixed'
  // A long text mentions the other now and then; it is the one that is said most.
  if (onlineTimes > offlineTimes * 2) return 'online'
  if (offlineTimes > onlineTimes * 2) return 'offline'
  return onlineTimes > 0 ? 'mixed' : undefined
}

function count(words: string, pattern: RegExp): number {
  return words.match(new RegExp(pattern.source, 'giu'))?.length ?? 0
}

/** Words before a date that make it something else than the day of an event. */
export const dueBefore = anyOf(dueWords)
export const publishedBefore = anyOf({
  en: 'since|(?:originally )?(?:posted|published|updated|edited|written|released|created|founded|adopted|signed|ratified|merged|appeared|reviewed|last modified|accessed|retrieved|established|started writing it)(?: it)?(?: on| in| at)?:?|as of|dated|update:?|edit:?|from the first day in|changelog for',
  de: 'seit(?: dem)?|veröffentlicht(?: am)?|aktualisiert(?: am)?|stand:?|zuletzt geändert(?: am)?|verabschiedet(?: am)?|gegründet(?: am)?',
  fr: 'depuis(?: le)?|publiée?(?: le)?|mise? à jour(?: le)?|adoptée?(?: le)?|modifiée?(?: le)?',
  es: 'desde(?: el)?|publicad[oa](?: el)?|actualizad[oa](?: el)?|adoptad[oa](?: el)?|editad[oa](?: el)?',
  pt: 'desde|publicad[oa](?: em)?|atualizad[oa](?: em)?|adotad[oa](?: em)?|editad[oa](?: em)?',
  it: 'dal|pubblicato(?: il)?|aggiornato(?: il)?',
  ru: 'с|опубликовано|обновлено|принята',
  ar: 'منذ|نشر في|تم النشر',
  zh: '(?:最后|最近)?更新(?:于|时间)?[:：]?|发布(?:于|时间)[:：]?|截至',
  ja: '(?:最終)?更新(?:日時?)?[:：]?|公開日[:：]?|掲載日[:：]?',
})
