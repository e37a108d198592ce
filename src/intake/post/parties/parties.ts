import type { FoundOrganisation, FoundPerson } from '../../../domain/finding.ts'
import type { Passage } from '../passages/passage.ts'
import { bodyWord } from '../words/body-words.ts'

/** Addresses of people's pages: profiles, author pages. */
export function isPersonUrl(url: string): boolean {
  return /\/(?:authors?|people|person|team|members|users?|profile|speakers?|autor|auteur|personas|staff)\/[^/?#]+\/?(?:[?#]|$)|^https?:\/\/(?:www\.)?(?:twitter|x|linkedin|instagram|bsky\.app|orcid)\.?(?:com|org)?\/(?:in\/|profile\/)?@?[\w.-]+\/?$|\/@[\w.]+\/?$|^https?:\/\/github\.com\/[\w-]+\/?$/i.test(
    url,
  )
}

/** Two to five words of which the outer two are capitalised, as people's names are; no digits, no organisation. */
export function looksLikeName(text: string): boolean {
  const name = text.trim()
  if (name.length > 60 || /[\d:;!?"“”/&|@#()]/u.test(name) || organisationWord.test(name)) return false
  const words = name.split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  if (/^\p{Lu}{2,}$/u.test(words[0]!)) return false
  const isProper = (word: string) => /^\p{Lu}[\p{Ll}\p{M}'’.-]|^\p{Lu}\.?$|^\p{Lu}[\p{L}'’-]+$/u.test(word)
  return (
    isProper(words[0]!) &&
    isProper(words.at(-1)!) &&
    words.every(
      word =>
        isProper(word) ||
        /^(?:de|da|do|dos|del|della|van|von|der|den|la|le|bin|al|el|ben|y|e|zu|ter|di|du|ibn)$/i.test(word),
    )
  )
}

const organisationWord =
  /(?<!\p{L})(?:university|institute?|centre|center|council|committee|commission|network|alliance|association|foundation|federation|union|mission|project|office|agency|bank|ministry|forum|initiative|coalition|campaign|society|school|college|library|museum|archives?|studio|guild|tribunal|group|team|community|meetup|movement|organi[sz]ation|nations|international|global|rights|church|parliament|congress|company|press|news|radio|tv|workshop|conference|theat(?:re|er)|orchestra|ensemble|choir|festival|platform|plataforma|plateforme|ligue|league|lab|fund|trust|collective|partnership|club|service|services|house|haus|maison|casa|department|academy|universität|institut|verein|verband|stiftung|universidad|universidade|asociación|fundación|red|rede|réseau|association|fondation|université)(?!\p{L})/iu

/** Words for people's callings between an organisation and a name: "World Bank economist Dilip Ratha". */
const callings =
  'economist|professor|director|researcher|president|vice[- ]president|minister|secretary[- ]general|rapporteur|expert|journalist|author|colleague|scholar|lawyer|activist|analyst|writer|blogger|chair|ceo|head|commissioner|ambassador|advocate|spokesperson|scientist|historian|sociologist|lecturer|fellow|coordinator|adviser|advisor|officer|chief'
    // "economist" and, as a title, "Secretary-General"; names themselves are told by their capitals.
    .replace(/(?<![\p{L}[])\p{Ll}(?=\p{Ll})/gu, letter => `[${letter.toUpperCase()}${letter}]`)

const person = String.raw`((?:Dr\.?|Prof\.?)?\s?\p{Lu}[\p{L}'’.-]+(?:\s(?:de|da|van|von|der|la|bin|al|el|\p{Lu}[\p{L}'’.-]*)){0,3}\s\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’.-]+\s\p{Lu}[\p{L}'’-]+)`
const byCalling = new RegExp(
  String.raw`(?:\bby|\bof|\bfrom|\bwith|\bvon|\bpar|\bpor|\bdi)\s+(?:the\s+|an?\s+)?(?:(\p{Lu}[\p{L}\d.&'’-]*(?:\s(?:of|for|and|de|\p{Lu}[\p{L}\d.&'’-]*)){0,5})['’]?s?\s+)?(?:(?:chief|senior|lead|former|special|executive|deputy)\s+)?(?:${callings})\s+${person}`,
  'u',
)

/** "by World Bank economist Dilip Ratha" → the person, and the organisation they belong to. */
export function authorWithCalling(
  text: string,
): { person: FoundPerson; organisation?: FoundOrganisation } | null {
  const match = byCalling.exec(text)
  if (!match) return null
  const name = match[2]!.trim()
  const affiliation = match[1]?.trim()
  return affiliation
    ? { person: { name, role: 'author', affiliation }, organisation: { name: affiliation } }
    : { person: { name, role: 'author' } }
}

const by =
  /(?:^|[\s,(–—-])(?:by|from|organi[sz]ed by|hosted by|von|vom|par|por|dari|oleh|от|из)\s+(?:(?:the|der|dem|la|le|les|el|los|las|il)\s+|l['’])?(?=\p{Lu}|\p{Lo}|["“])/gu
/** Genitives count only right behind the word they belong to. */
const of =
  /^\s*(?:(?:online|virtuale?|en ligne|en línea|on-?line|pubblic[oa]|abiert[oa])\s+)?(?:(?:of(?: the)?|der|des|du|des|de(?: la| los| las|l)?|da|do|dos|das|di|dell[ao]|degli|delle|dei|del|из|من)\s+(?:l['’])?|dell['’]|d['’])(?=\p{Lu}|\p{Lo}|["“])/u

/** Who stands after "by" in a text, up to the next mark or preposition; people have no article before their names. */
export function nameAfterBy(
  text: string,
  from = 0,
): { name: string; article: boolean; index: number } | null {
  const direct = of.exec(text.slice(from))
  const owner = direct ? untilEnd(text.slice(from + direct[0].length)) : ''
  if (owner && !isDateWord(owner)) return { name: owner, index: from, article: true }
  by.lastIndex = from
  for (let match = by.exec(text); match; match = by.exec(text)) {
    const name = untilEnd(text.slice(match.index + match[0].length))
    if (!name || !/\p{Lu}|\p{Lo}/u.test(name[0]!) || isDateWord(name)) continue
    const article = /\s(?:the|der|dem|la|le|les|el|los|las|il)\s+$|vom\s+$|l['’]$/i.test(match[0])
    return { name, index: match.index, article }
  }
  return null
}

/** "diskusi Koalisi Nelayan", "круглый стол Ассоциации …", "لقاء رابطة المدارس": the body stands right behind the word. */
export function bodyRightBehind(text: string): string | null {
  const name = untilEnd(/^\s+(?:(?:عبر|على) \S+\s|\p{Ll}+\s)?(?:لل?)?(.*)$/su.exec(text)?.[1] ?? '')
  const [first = ''] = name.split(' ')
  return /^(?:\p{Lu}|\p{Script=Arabic})/u.test(first) && bodyWord.test(first) && first !== name ? name : null
}

/** "a phone-in with the National Nurses Guild": with whom something of any kind is made. */
export function bodyOfMade(text: string): string | null {
  const match = made.exec(text)
  return match ? untilEnd(text.slice(match[0].length)) || null : null
}

const made =
  /^[\s,]*(?:an?|une?|eine?|un|una|um|uma)\s[\p{Ll}\s-]{3,40}\s(?:with|mit|avec|con|com|by|von|par|por)\s(?:the\s|der\s|dem\s|la\s|le\s|les\s|el\s|los\s|las\s)?(?=\p{Lu})/u

/** "… talk with the Meadow Trust": behind an article stands a body, not a person. */
export function bodyAfterWith(text: string): string | null {
  const match = withBody.exec(text)
  return match ? untilEnd(text.slice(match[0].length)) || null : null
}

const withBody =
  /^(?:\s\p{Ll}+)?\s(?:with|mit|avec|con|com)\s(?:(?:the|der|dem|la|le|les|il|el|los|las|o|a)\s|l['’]\s?)(?:\p{Ll}+\s)?(?=\p{Lu})/u

/** "co-organised by Example and the [Sample University]": everybody who is told to organise. */
export function organisationsAfterBy(text: string): string[] {
  const match = organised.exec(text)
  if (!match) return []
  return untilEnd(text.slice(match.index + match[0].length))
    .split(/\s+(?:and|und|et|y|e)\s+(?:the\s+|der\s+|die\s+|la\s+|el\s+|a\s+|o\s+)?|\s*&\s*/u)
    .map(name => name.trim())
    .filter(
      name =>
        /^(?:\p{Lu}|\p{Lo}|\p{Ll}+\p{Lu})/u.test(name) &&
        name.length < 90 &&
        (!looksLikeName(name) || bodyWord.test(name)),
    )
}

const organised =
  /(?:organi[sz]ed|hosted|convened|presented|organisiert|veranstaltet|organisée?|organizad[oa]|promovid[oa]|proposée?|offerte?|animée?|offered|run|led|put on|angeboten|convocad[oa]|impulsad[oa])\s+(?:jointly\s+)?(?:by|von|par|por)\s+(?:the\s+|der\s+|dem\s+|la\s+|el\s+|a\s+|o\s+)?/iu

function isDateWord(name: string): boolean {
  return (
    /^\p{L}+(?:$|\s(?:to|and|until|bis|und|à|au|et|a|al|y|e|till)\s)/u.test(name) &&
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:$|\s)/i.test(
      name,
    )
  )
}

function untilEnd(text: string): string {
  const match =
    /^(?:(?!\s+(?:(?<!(?:[Nn]etwork|[Cc]ouncil|[Cc]ommittee|[Pp]latform|[Rr]apporteur|[Ee]xpert|[Gg]roup|[Ff]orum|[Cc]ent(?:re|er)|[Cc]ommission|[Ii]nstitute|[Oo]bservatory|[Cc]oalition|[Ii]nitiative)\s+)on|about|(?<!(?:together|jointly|along|partnership|cooperation|collaboration)\s)with|titled|entitled|called|at|in|to mark|to the|to all|an den|an die|an das|aux|a los|a las|zum|zur|über|sur|pour|sobre|para|em|en|untuk|о|об|حول|بشأن|بمناسبة|has|have|is|was|will)\s|\s[–—|-]\s|[,:;!?"“”„«»\n]|\s\p{Extended_Pictographic}|\.(?:\s|$)).)+/u.exec(
      text,
    )
  const name = match?.[0] ?? ''
  const purpose = name.search(/\s(?:for|für|pour|para)\s/u)
  const whole =
    purpose === -1 ||
    (bodyBeforeFor.test(name.slice(0, purpose)) && !/\b(?:day|week|month|year)\b/i.test(name.slice(purpose)))
  return (whole ? name : name.slice(0, purpose)).replace(/\s*\($/, '').trim()
}

/** "Mission for Migrants", "Office for Human Rights": here "for" is part of the name. */
const bodyBeforeFor =
  /(?:mission|office|commission(?:er)?|fund|organi[sz]ation|cent(?:re|er)|council|network|agency|programme?|institute|alliance|coalition|forum|department|ministry|foundation|movement|federation|union|association|committee|society|partnership|platform|initiative|campaign|group|academy|school|lab|doctors|lawyers|citizens|mothers|women|friends|action)$/i

/**
 * Who does it: the subject before a verb, from the beginning of its sentence, without the article and without
 * whoever works with them. "… : The Action Committee (AC) in cooperation with partners" → "Action Committee (AC)".
 */
export function subjectBefore(text: string, verbAt: number): string | null {
  const before = text.slice(0, verbAt)
  const start = Math.max(
    ...['. ', '! ', '? ', ': ', '; ', '\n'].map(
      mark => before.lastIndexOf(mark) + (before.includes(mark) ? mark.length : 0),
    ),
    0,
  )
  const subject = withoutTold(before.slice(start).trim())
    .replace(
      /^(?:and|also|but|finally|und|auch|et|y|e|dan|then|meanwhile|our (?:friends|colleagues) (?:at|from)|the (?:people|folks|friends|colleagues) (?:at|from))[\s,]+/iu,
      '',
    )
    .replace(/^(?:the|die|der|das|le|la|les|l['’]|el|los|las|o|a|os|as|il|lo|gli|i)\s+(?=\p{Lu})/iu, '')
    .replace(
      /,?\s+(?:in (?:cooperation|collaboration|partnership)|together|jointly|along|gemeinsam|in zusammenarbeit|en (?:coopération|collaboration|partenariat|cooperación|colaboración|alianza)|em (?:cooperação|parceria)|avec|junto)\s+(?:with\s|mit\s|avec\s|con\s|com\s)?.*$/iu,
      '',
    )
    .replace(
      /\s+(?:and|und|et|y|e)\s+(?:several|other|many|its|their|some|various|mehrere|weitere|plusieurs|autres|varios|otros|vários|outros)\s+\p{Ll}+(?:\s\p{Ll}+){0,2}\s?$/iu,
      '',
    )
    .replace(/,\s+(?:an?|the|ein|eine|une?|una?|um|uma)\s\p{Ll}[^,]{2,60},?$/u, '')
    .replace(/\s+(?:has|have|hat|haben|a|ont|ha|han)$/iu, '')
    .trim()
  if (subject.length < 2 || subject.length > 120 || subject.split(' ').length > 12) return null
  if (noName.test(subject.replace(/\([^)]*\)/g, ' ')) || /[@?!]/.test(subject)) return null
  return /^(?:\p{Lu}|\p{Lo}|\d)/u.test(subject) && !pronoun.test(subject) ? subject : null
}

/** "El viernes 18 de 11:00 a 13:00, la Red Sur": what stands before the last comma tells when. */
function withoutTold(text: string): string {
  const mark = [...text.matchAll(/,\s|\s[–—-]\s/gu)].at(-1)
  return mark && /\d/.test(text.slice(0, mark.index)) ? text.slice(mark.index + mark[0].length) : text
}

/** Words that no organisation has in its name, but sentences have. */
const noName =
  /(?:^|[\s,])(?:I|we|you|they|he|she|some|ago|that|which|who|when|because|everyone|week|month|year|summer|is|are|was|wir|ich|nous|qui|que|eu|yo)(?:[\s,]|$)|^(?:last|about|now|shortly|luckily|after|then|while|once|since|until|recently|currently|yesterday|earlier|later|over|during|with|by|however|just|only|even|perhaps|maybe|thanks|first|second|seeing|having|being|gestern|heute|letzte|hier|ayer|hoy|ontem|hoje)\s/i

const pronoun =
  /^(?:I['’](?:ve|m|ll|d)|I|We|You|They|It|He|She|This|That|These|There|Here|Who|What|Which|All|Some|Many|Most|Each|In|On|At|For|From|As|If|When|After|Before|Today|Yesterday|Ich|Wir|Sie|Es|Er|Dies|Je|Nous|Ils|Elle|Il|Yo|Nosotros|Ellos|Eu|Nós|Eles)(?:\s|$)/u

/** People named in a passage about a talk: linked to their own page, or named after "by", "with", "cohost". */
export function peopleIn(passage: Passage): FoundPerson[] {
  const people: FoundPerson[] = []
  const add = (name: string, url?: string) => {
    const clean = name.replace(/['’]s?$/u, '').trim()
    if (!looksLikeName(clean) || people.some(other => other.name === clean)) return
    people.push(url ? { name: clean, role: 'speaker', url } : { name: clean, role: 'speaker' })
  }
  for (const link of passage.links) if (isPersonUrl(link.url)) add(link.text, link.url)
  for (const bold of passage.strong) {
    const after = passage.text.slice(bold.end, bold.end + 12)
    if (bold.start < 2 && /^['’]s?\s|^\s*,|^\s+(?:will|is|and)\b/.test(after))
      add(passage.text.slice(bold.start, bold.end))
  }
  return people.slice(0, 30)
}
