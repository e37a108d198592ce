import { fieldsOf, makerPrefix } from '../entries/fields.ts'
import { looksLikeParty, namesJoined } from '../parties/names.ts'
import { nameAfterBy, subjectBefore } from '../parties/parties.ts'
import { cutPassage, type Passage, type Span } from '../passages/passage.ts'
import { slantedWeight, titleMarks } from '../titles/titles.ts'
import { asksToBeListed, bringsOut, presents } from '../words/cue-words.ts'
import { namesDay } from '../words/day-words.ts'
import { type KindWord, kindWord } from '../words/kind-words.ts'
import { anyOf } from '../words/word-pattern.ts'
import { type Announcement, announcementOf, type Cue, nearWord, subjectAfter } from './announcement.ts'

export type Narrated = { told: Announcement; clause: Passage; score: number }

/** What follows a paragraph in the story: its link, or nothing. */
export type Following = { link: boolean; hour: (clause: Passage) => boolean }

/** The announcements of a paragraph, clause by clause: "X is holding A at noon, and Y invites to B." */
export function narratedIn(passage: Passage, follows: Following): Narrated[] {
  const found: Narrated[] = []
  const clauses = clausesOf(passage)
  clauses.forEach((span, index) => {
    const clause = cutPassage(passage, span.start, span.end)
    const isLast = index === clauses.length - 1
    const narrated = narratedClause(
      clause,
      { ...follows, link: isLast && follows.link },
      clauses.length === 1,
    )
    if (narrated) found.push(narrated)
  })
  return found
}

function narratedClause(clause: Passage, follows: Following, isAlone: boolean): Narrated | null {
  const { text } = clause
  if (/\?$/.test(text) || doubtful.test(text)) return null
  let best: Narrated | null = null
  for (const { cue, grammar } of cuesOf(clause)) {
    const hasHour = follows.hour(clause)
    const mark = markIn(clause, cue.from, hasHour)
    const tag = /(?<![\p{L}\p{N}&/])#(?:\p{L}|\d+\p{L}{3})[\p{L}\p{N}_]{2,60}/u.exec(text.slice(cue.from))
    const hashtag = tag && !namesDay(tag[0]) ? tag[0] : undefined
    const isNear = hashtag !== undefined && grammar > 0 && tag!.index < 45
    const word = isNear ? null : wordFor(clause, cue, mark)
    if (!word && !(hashtag && (grammar > 0 || /campa|kampa|camp[ai]/i.test(text))) && !(mark && hasHour))
      continue
    const kindless: KindWord = { kind: 'event', index: cue.from, length: 0, word: '' }
    const told = announcementOf(clause, cue, word ?? (hashtag ? null : kindless), hashtag)
    if (hasHour && told.kind !== 'campaign') told.kind = 'event'
    if (!told.title) continue
    const bold = mark?.weight === 4 ? mark : undefined
    const isQuoted = (at: number) => /["“„«»]/.test(text[at - 1] ?? '')
    const quoted = told.madeUp
      ? (bold ??
        titleMarks(clause, []).find(
          one =>
            one.start >= cue.from &&
            ((one.weight >= 3 && isQuoted(one.start)) || (hasHour && one.weight === slantedWeight)),
        ))
      : undefined
    if (quoted) Object.assign(told, { title: quoted.text, madeUp: false })
    if (told.organisations.length === 0 && told.people.length === 0) {
      const before = beforePronoun.exec(text)?.[1]
      if (before) told.organisations.push(before.trim())
    }
    if (told.organisations.length === 0 && told.people.length === 0) {
      const made = fieldsOf(clause, []).find(field => field.role === 'maker')
      const tail = word ? adjectives.exec(text.slice(word.index + word.length))?.[0].length : undefined
      const after = word && tail ? nameAfterBy(text, word.index + word.length + tail) : null
      const name = made
        ? made.passage.text.slice(makerPrefix(made.passage.text)!.length)
        : after?.article
          ? after.name
          : ''
      for (const one of namesJoined(name.split(/[:.]\s|\s\((?:in|with|en|mit)\s|https?:/)[0]!))
        if (looksLikeParty(one)) told.organisations.push(one)
    }
    const named = told.organisations.length > 0 || told.people.length > 0
    const whole = isAlone && text.length < 160 && !/[.!]$/.test(text) && grammar > 0
    const score =
      grammar +
      (mark || told.title.startsWith('#') ? 2 : 0) +
      (named ? 1 : 0) +
      (follows.link || /[:：]$/.test(text) ? 1 : 0) +
      (hasHour ? 1 : 0) +
      (whole ? 0.5 : 0) +
      (topic.test(text) ? 0.5 : 0)
    const backed = grammar > 0 || named || hasHour || Boolean(mark?.link) || told.title.startsWith('#')
    const isPast =
      told.madeUp &&
      cue.subject !== null &&
      pastVerb.test(text.slice(0, cue.from).slice(-24)) &&
      !follows.link &&
      clause.links.length === 0 &&
      !/[:：]$/.test(text) &&
      !hasHour &&
      !today.test(text)
    if (score >= 2 && backed && !isPast && (!best || score > best.score)) best = { told, clause, score }
  }
  return best
}

/** Ways in which a clause announces, the surest first. `grammar` weighs how plainly it does. */
function* cuesOf(clause: Passage): Generator<{ cue: Cue; grammar: number }> {
  const { text } = clause
  const lead = leadLength(text)
  const body = text.slice(lead)
  const asks = asksToBeListed.exec(text)
  if (asks) {
    const subject =
      subjectBefore(body, Math.max(0, asks.index - lead)) ??
      askedBehind.exec(text.slice(asks.index + asks[0].length))?.[1] ??
      null
    yield { cue: { from: asks.index + asks[0].length, subject, presented: true }, grammar: 1 }
  }
  const shown = there.exec(body) ?? startOf(presents, body)
  if (shown)
    yield { cue: { from: lead + shown.index + shown[0].length, subject: null, presented: true }, grammar: 1 }
  const arabic = verbFirst(body)
  if (arabic)
    yield { cue: { from: lead + arabic.from, subject: arabic.subject, presented: false }, grammar: 1 }
  for (const match of [...body.matchAll(plainVerbs), ...body.matchAll(verbs)]) {
    const subject = subjectBefore(
      body.replace(colleague, skip => ' '.repeat(skip.length)),
      match.index,
    )
    if (subject)
      yield { cue: { from: lead + match.index + match[0].length, subject, presented: false }, grammar: 1 }
  }
  const word = kindWord(body)
  if (
    word &&
    nounPhrase.test(body.slice(0, word.index)) &&
    !/^\s*(?:of|for) (?:the )?day\b/i.test(body.slice(word.index + word.length))
  )
    yield { cue: { from: lead, subject: null, presented: false }, grammar: 1 }
  yield { cue: { from: asideLength(text), subject: null, presented: false }, grammar: 0 }
}

/** "Me escribió la Asociación de Madres y me pidió …" */
const askedBehind =
  /^\s(?:(?:the|die|der|das|la|le|les|el|los|las|o|a)\s|l['’])?(\p{Lu}[^,.:;!?]{2,80}?)(?=\s(?:y|e|et|and|und)\s\p{Ll}|[,.:])/u

/** The word that names the kind: near the cue, or right beside the title ("“T”, a toolkit by X", "T is an article"). */
function wordFor(clause: Passage, cue: Cue, mark: Span | null): KindWord | null {
  const near = nearWord(clause.text, cue.from)
  if (near && (!mark || near.index < mark.start)) return near
  if (!mark) return near
  const after = ownWord(clause.text, mark.end, cue)
  if (after && after.index - mark.end < 60) return after
  const before = ownWord(clause.text, Math.max(0, mark.start - 80), cue)
  return before && before.index < mark.end ? before : near
}

/** A word inside a name ("the General Assembly") says nothing of what the title is. */
function ownWord(text: string, from: number, cue: Cue): KindWord | null {
  const word = kindWord(text, from)
  if (!word || cue.subject || cue.presented || !/^\p{Lu}/u.test(word.word)) return word
  const isInName =
    /\p{Lu}[\p{L}’'-]*\s$/u.test(text.slice(0, word.index)) ||
    /^\s\p{Lu}/u.test(text.slice(word.index + word.length))
  return isInName ? null : word
}

/** Bold type is a title where an hour stands in the sentence. */
function markIn(clause: Passage, from: number, hasHour: boolean) {
  const isQuoted = (at: number) => /["“„«]/.test(clause.text[at - 1] ?? '')
  return (
    titleMarks(clause, []).find(
      mark =>
        mark.start >= from - 1 &&
        (mark.weight >= 5 ||
          mark.link ||
          (hasHour && mark.weight === 4) ||
          (isQuoted(mark.start) && /^\p{Lu}/u.test(mark.text))),
    ) ?? null
  )
}

/** "First of all, ", "From across the water: ", "For teachers " stand before what is announced. */
function leadLength(whole: string): number {
  const mark =
    /^(?:[\s•*–-]|[\d#]\uFE0F?\u20E3|\p{Extended_Pictographic}|\uFE0F|\u200D|\d{1,2}[.)]\s)*/u.exec(whole)![0]
      .length
  const rest = whole.slice(mark)
  return mark + (asideLength(rest) || adverbLength(rest))
}

function adverbLength(text: string): number {
  const now = nowAtHead.exec(text)
  if (now) return now[0].length
  const match =
    /^(?:(?:In|From|At|On|Over|Out|Down|Up|Im|Aus|Auf|À|En|Au|Desde|Em|De|Da|A|Nel|Di|Da|Dari|В)\s[^,:.!?“"«(\n]{2,45}?,\s+|(?:(?!\p{Lu}\p{L}+ \p{Lu})[^,:.!?“"«(\n]){2,45}?[,:]\s+)/u.exec(
      text,
    )
  if (match && kindWord(match[0]) === null && match[0].length < text.length - 3) return match[0].length
  return (
    /^(?:(?:and|but|also|then|next|finally|lastly|und|auch|dann|schließlich|et|puis|enfin|y|también|e|também|infine|dan|и|а)\s+)+/iu.exec(
      text,
    )?.[0].length ?? 0
  )
}

/** "On a sad note, " is how something is said, and no note. */
function asideLength(text: string): number {
  return /^(?:on|in) an? (?:\p{Ll}+ )?(?:note|side note|message),\s/iu.exec(text)?.[0].length ?? 0
}

const nowAtHead =
  /^(?:tonight|today|tomorrow|now|this (?:morning|afternoon|evening)|heute(?: abend)?|morgen|hoy|mañana|hoje|amanhã|oggi|domani|ce soir|aujourd['’]hui|demain)\s*(?:\([^)]*\))?[,:]?\s+/iu

function startOf(pattern: RegExp, text: string): RegExpExecArray | null {
  const match = pattern.exec(text)
  return match?.index === 0 ? match : null
}

const there = anyOf({
  en: "there(?:['’]s| is| are| was| will be|['’]ll be)(?: also| now| even)?|we(?: also)? (?:have|got)",
  de: 'es gibt(?: auch)?|gibt es(?: auch)?|außerdem gibt es',
  fr: 'il y a(?: aussi| également)?|il y aura|on peut (?:lire|voir|suivre)',
  es: 'hay(?: también)?|habrá(?: también)?|también hay',
  pt: 'há(?: também)?|haverá(?: também)?|também há|tem também',
  it: "c['’]è(?: anche)?|ci sarà|ci sono",
  id: 'ada(?: juga)?|juga ada',
  ru: 'есть(?: также)?|будет',
  ar: 'هناك(?: أيضا| أيضًا)?|كما توجد|توجد|يوجد',
  zh: '还有|有',
})

const has =
  '(?:also |now )?(?:has|have|hat|haben|a|ont|tiene|tienen|tem|têm|ha|hanno)(?: also| just| even)?(?=\\s(?:a|an|its|their|another|ein|eine|einen|un|une|una|um|uma|uno)\\s)'
const verbs = new RegExp(
  `${bringsOut.source}|(?<=\\s)(?:${has}|(?:is|are|will be) (?:running|hosting|holding|organi[sz]ing|streaming|showing|screening|calling|launching|publishing|planning|putting on|offering|starting|releasing|inviting)|will (?:host|hold|run|stream|show|launch|publish|release|discuss|screen|broadcast)|(?:call|calls|called) (?:for|on)|asks?|screens?|streams?|broadcasts?|shows?|brings?(?: out)?|adds?|sends?|sent|sends in|is behind|sum(?:s|med) up|put(?:s)? (?:out|on)|came out with|made|makes|asked)(?=\\s)`,
  'giu',
)

/** German verbs stand between subject and object, or close the sentence. */
const plainVerbs =
  /(?<=\s)(?:veranstaltet|organisiert|lädt|laden|zeigt|präsentiert|startet|veröffentlicht|streamt|ruft|bietet|überträgt|diskutiert|sendet|hat(?=\s(?:die|das|den|eine?n?)\s)|publica(?:ron)?|lanza(?:ron)?|publicou|lançou)(?=\s)/giu

/** Arabic opens with the verb, and who does it follows. */
function verbFirst(text: string): { from: number; subject: string } | null {
  const match = /^\p{Script=Arabic}/u.test(text) ? bringsOut.exec(text) : null
  const subject = match?.index === 0 ? subjectAfter(text, 0, match[0].length) : null
  return match && subject ? { from: match[0].length, subject } : null
}

/** Only articles and small words stand between the beginning and the kind. */
export const nounPhrase =
  /^(?:(?:an?|the|another|one|our|its|this|one more|ein|eine|der|die|das|une?|le|la|les|el|los|una?|un|o|os|as|um|uma|il|lo|еще|ещё)\s+)?(?:[\p{Ll}\d-]+,?\s+){0,4}$/iu

const colleague =
  /^(?:my|our|mein|meine|unser|mon|notre|mi|nuestr[oa]|meu|minha)\s+(?:\p{Ll}+\s+){1,2}(?=\p{Lu})/iu
const topic =
  /\s(?:on|about|for|against|zu|über|für|sur|pour|contre|sobre|para|su|per|tentang|об?|за|حول|عن)\s+\S/u

/** Wishes, memories and denials announce nothing. */
const doubtful =
  /\b(?:I (?:used|wish|remember|never|would|think|believe|stood|complain)|would (?:have|be|like)|should (?:have|be)|could have|if only|used to|whenever|no (?:list|webinar|statement|event)|complained|last year|years ago)\b|\b(?:ich wünsch|früher|letztes jahr|l['’]an dernier|el año pasado|ano passado)\b/iu

/** "issued a statement" tells of the past; what is to be listed is brought out now or has been. */
const pastVerb =
  /(?<!(?:has|have|had|just|was|were)\s)(?:issued|published|launched|released|started|organi[sz]ed|hosted|held|presented|announced|created|produced|wrote|posted|shared|asked|called|made|sent)\s*$/i
/** Romance languages put what a thing is like behind it: "un video precioso de la …". */
const adjectives = /^(?:\s\p{Ll}{4,}){1,2}(?=\s(?:de|del|do|da|dos|das|du|des|della)\s)/u
const today = /\b(?:today|this morning|tonight|just|now|yesterday|this week)\b/i

/** "… the Example Alliance: It invites …". */
const beforePronoun =
  /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'-]+(?:\s|(?=[:,;–]))|(?:of|for|and|de|des|der|für)\s){2,8})[:,;–]\s+(?:[Ii]t|[Tt]hey|[Ee]s|[Ss]ie|[Ee]lles?|[Ii]ls?|[Éé]l|[Ee]llos|[Ee]lla|[Ee]la|[Ee]les)\s/u

/** Sentences, parted again where one holds several titles. */
export function clausesOf(passage: Passage): Span[] {
  const { text } = passage
  const inQuote = (at: number) =>
    passage.quoted.some(span => span.start <= at && span.end > at) ||
    passage.links.some(link => link.start < at && link.end > at)
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(
    /(?<![\s.(](?:Dr|Prof|Mr|Ms|Mrs|St|Me|No|\p{Lu}|[ap]|m|\d{1,2}))(?:[.!?…]+["”»)]?\s+|\n)(?=["“«(¿¡[#\p{Lu}\p{Lo}])/gu,
  )) {
    if (inQuote(match.index)) continue
    spans.push({ start: from, end: match.index + 1 })
    from = match.index + match[0].length
  }
  spans.push({ start: from, end: text.length })
  return spans.flatMap(span => byTitle(passage, span))
}

function byTitle(passage: Passage, span: Span): Span[] {
  const hashtags = [
    ...passage.text.matchAll(/(?<![\p{L}\p{N}&/])#(?:\p{L}|\d+\p{L}{3})[\p{L}\p{N}_]{2,60}/gu),
  ].map(match => ({ start: match.index, end: match.index + match[0].length }))
  const strong = titleMarks(passage, []).filter(mark => mark.weight >= 5 || mark.link)
  const marks: Span[] = [
    ...strong,
    ...hashtags.filter(tag => !strong.some(mark => mark.start <= tag.start && mark.end >= tag.end)),
  ]
    .filter(mark => mark.start >= span.start && mark.end <= span.end)
    .sort((a, b) => a.start - b.start)
  if (marks.length < 2) return [span]
  const spans: Span[] = []
  let from = span.start
  for (let at = 1; at < marks.length; at++) {
    const between = passage.text.slice(marks[at - 1]!.end, marks[at]!.start)
    const cut = [
      ...between.matchAll(
        /(?:[,;]\s+(?:(?:and|while|und|et|y|e|и)\s+)?|\s(?:and|while|und|et|y|e|и)\s+)(?=\S)/gu,
      ),
    ]
      .filter(match => between.length - match.index > 8)
      .at(-1)
    if (!cut) continue
    spans.push({ start: from, end: marks[at - 1]!.end + cut.index })
    from = marks[at - 1]!.end + cut.index + cut[0].length
  }
  return [...spans, { start: from, end: span.end }]
}
