import { type Shape, shapeOf } from './shape.ts'

/** Something wrong with a message of a catalogue. */
export type Fault = { key: string; what: string }
type Words = Record<string, string>

/** Everything in a catalogue that would show on a page, or has no place on one; what is missing is another matter. */
export function faultsOf(language: string, words: Words, english: Words): Fault[] {
  return Object.entries(words).flatMap(([key, message]) => {
    const original = english[key]
    if (original === undefined) return [{ key, what: 'is no message of English' }]
    return faultsOfMessage(language, message, original).map(what => ({ key, what }))
  })
}

/** What English says and a language has no words for. */
export function missingIn(words: Words, english: Words): string[] {
  return Object.keys(english).filter(key => !Object.hasOwn(words, key))
}

/** Keys that stand twice in the file of a catalogue: of two the reader of JSON silently takes the last. */
export function toldTwice(json: string): string[] {
  const keys = [...json.matchAll(/^\s*"([^"]+)":/gm)].map(match => match[1]!)
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}

function faultsOfMessage(language: string, message: string, original: string): string[] {
  let shape: Shape
  try {
    shape = shapeOf(message)
  } catch (error) {
    return [`is no ICU message: ${error instanceof Error ? error.message : error}`]
  }
  const first = shapeOf(original)
  const faults: string[] = []
  const [gaps, wanted] = [shape.gaps.join(', '), first.gaps.join(', ')]
  if (gaps !== wanted) faults.push(`fills ${gaps || 'nothing'} where English fills ${wanted || 'nothing'}`)
  for (const { of, ordinal, forms } of shape.plurals) {
    const own = new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions()
    const needed: string[] = own.pluralCategories
    const lacking = needed.filter(form => !forms.includes(form))
    const unknown = forms.filter(form => !form.startsWith('=') && !needed.includes(form))
    if (lacking.length) faults.push(`lacks the plural ${lacking.join(', ')} of ${of}`)
    if (unknown.length)
      faults.push(`has the plural ${unknown.join(', ')} of ${of}, which the language has not`)
  }
  for (const { of, forms } of shape.choices) {
    const known = first.choices.find(choice => choice.of === of)?.forms
    if (known && [...forms].sort().join() !== [...known].sort().join())
      faults.push(`chooses among ${forms.join(', ')} for ${of}, English among ${known.join(', ')}`)
  }
  if (/<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i.test(message)) faults.push('holds markup')
  if (/\*\*|\]\(/.test(message) !== /\*\*|\]\(/.test(original))
    faults.push('holds Markdown where English holds none, or the other way round')
  if (message.trim() === '' && original.trim() !== '') faults.push('is empty')
  if (/^\s/.test(message) !== /^\s/.test(original) || /\s$/.test(message) !== /\s$/.test(original))
    faults.push('begins or ends with a space otherwise than English')
  const set = typesetting[language]
  if (set?.wrong.test(shape.words)) faults.push(set.what)
  if (language !== 'en' && isLeftInEnglish(language, shape.words, first.words))
    faults.push('seems to be left in English')
  return faults
}

/** How signs are set in a language, where that is otherwise than in English. */
const typesetting: Record<string, { wrong: RegExp; what: string }> = {
  fr: {
    wrong: / [:;?!»]|« /,
    what: 'may break a line before a sign, or after «: its space is no no-break space',
  },
  zh: {
    wrong: /[\p{Script=Han}”）][,:;?!]|[,:;?!] ?[\p{Script=Han}“（]/u,
    what: 'has narrow signs among Chinese ones',
  },
  ar: { wrong: /\p{Script=Arabic} ?[,;?]/u, what: 'has Latin signs where Arabic has its own: ، ؛ ؟' },
}

const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
}
/** Words of English alone, of the languages there are. */
const englishOnly =
  /(?<![\p{L}/.-])(?:the|and|with|this|from|that|which|whose|have|your|been|will|of)(?![\p{L}/.-])/iu

function isLeftInEnglish(language: string, words: string, original: string): boolean {
  if (englishOnly.test(withoutNames(words))) return true
  const script = scripts[language]
  if (script) return /\p{L}{2}/u.test(withoutNames(words)) && !script.test(words)
  const isSentence = (withoutNames(original).match(/\p{L}{2,}/gu) ?? []).length > 2
  return isSentence && words === original
}

/** Without addresses, samples of code and names, which are the same in every language. */
function withoutNames(words: string): string {
  return words
    .replaceAll(
      /\b(?:https?:\/\/\S+|\S+@\S+|\S+\.(?:org|com|net|int|example|ics|csv|json|xml|xlsx|ods)\b\S*)/g,
      '',
    )
    .replaceAll(/\b[\p{Lu}\d][\p{Lu}\d+:./-]+\b/gu, '')
    .replaceAll(names, '')
}

const names =
  /\b(?:Daylong|WordPress|Markdown|OpenGraph|Mastodon|YouTube|Zoom|Facebook|Google|Instagram|LinkedIn|Twitter|Telegram|Bluesky|Eventbrite|Excel|Outlook|Pretalx|Frab|Atom|RSS|iCalendar|Blogger)\b/gi
