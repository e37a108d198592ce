import type { Content } from '../../../domain/content.ts'
import type { EventTime } from '../../../domain/event-time.ts'
import type { FieldDoubt } from '../../../domain/finding.ts'
import { doubtAround, settleDoubt, toldOf } from '../../../domain/settle-doubt.ts'
import type { Choice, DoubtCode } from '../../../time/doubt.ts'
import type { FormContext, FormState, Problem } from './form-state.ts'
import { choiceAround, readWhen } from './read-when.ts'
import { readWords, type WordsRead } from './read-words.ts'
import type { Typed } from './typed.ts'
import { fieldsOfParts, partsChanged, partsOfTime, partsTyped, type WhenParts } from './when-parts.ts'

export type WhenSettled = {
  time: EventTime | null
  /** What is still in doubt about it. */
  left: FieldDoubt[]
  problems: Problem[]
  shown: FormState['doubts']
  /** The form, with the parts that its words told. */
  typed: Typed
}

/**
 * The time that a form tells, by its words or by its parts, as its answers to doubts settle it. Words are put into
 * the parts once; what they leave in doubt has to be answered before anything is stored.
 *
 * @param force put the words into the parts even where these were changed as well
 */
export function settleWhen(
  given: Typed,
  before: Pick<Content, 'time' | 'doubts'>,
  context: FormContext,
  force = false,
): WhenSettled {
  const old = { time: before.time, parts: partsOfTime(before.time), doubts: before.doubts.filter(isOfTime) }
  const words = (given.get('when.words') ?? '').trim()
  const spoken = words ? readWords(words, context) : null
  const { typed, problems } = takeWords(given, words, spoken, old.parts, force)
  const isSpoken = spoken !== null && typed.get('when.seen') === words
  const basis = isSpoken ? spoken : old
  const parts = typed.has('when.precision') ? askedOf(typed.get('kind'), partsTyped(typed)) : basis.parts
  const changed = partsChanged(basis.parts, parts)
  if (changed.length === 0 && basis.time !== null) {
    const shown = basis.doubts.map(doubt => ({ doubt, asked: isSpoken }))
    return { ...answered(basis.time, shown, typed, context, problems), typed }
  }
  const read = readWhen(parts, changed, context)
  const kept = basis.doubts
    .filter(({ code }) => !changed.some(part => concerns(part, code)))
    .filter(({ field, code }) => !read.doubts.some(each => each.field === field && each.code === code))
    .map(doubt => ({ doubt: read.time ? doubtAround(doubt, toldOf(read.time)) : doubt, asked: isSpoken }))
  const shown = [...read.doubts.map(doubt => ({ doubt, asked: true })), ...kept]
  const all = [...problems, ...read.problems]
  if (!read.time) return { time: null, left: [], problems: all, shown, typed }
  return { ...answered(read.time, shown, typed, context, all), typed }
}

/** A statement is asked for no day: where none is filled in, none is told. */
function askedOf(kind: string | undefined, parts: WhenParts): WhenParts {
  const isAsked = kind === undefined || kind === 'event' || Boolean(parts.day || parts.start || parts.end)
  return isAsked ? parts : { ...parts, precision: 'not-told' }
}

/** The name of the field that answers a doubt; its values are `stands`, `keep` or a choice. */
export function answerField({ field, code }: Pick<FieldDoubt, 'field' | 'code'>): string {
  return `doubt.${field}.${code}`
}

export function answerOfChoice({ start, end, allDay }: Choice): string {
  return [start, end ?? '', allDay ? 'day' : ''].join('|')
}

export function isOfTime({ field }: Pick<FieldDoubt, 'field'>): boolean {
  return field === 'start' || field === 'end' || field === 'time'
}

/** Words that were not read yet are put into the parts, unless somebody changed these to something else. */
function takeWords(
  typed: Typed,
  words: string,
  spoken: WordsRead | null,
  old: WhenParts,
  force: boolean,
): { typed: Typed; problems: Problem[] } {
  if (!words || (words === typed.get('when.seen') && !force)) return { typed, problems: [] }
  if (!spoken) return { typed, problems: [{ field: 'when.words', key: 'form.wrong.words' }] }
  const parts = partsTyped(typed)
  const isFree = partsChanged(old, parts).length === 0 || partsChanged(spoken.parts, parts).length === 0
  if (!isFree && !force)
    return { typed, problems: [{ field: 'when.words', key: 'form.wrong.words-and-parts' }] }
  const filled = new Map(typed)
  filled.delete('when.everywhere')
  for (const [name, value] of fieldsOfParts(spoken.parts)) filled.set(name, value)
  filled.set('when.seen', words)
  const values = { count: spoken.times }
  const several =
    spoken.times > 1 ? [{ field: 'when.words', key: 'form.wrong.several' as const, values }] : []
  return { typed: filled, problems: several }
}

function answered(
  time: EventTime,
  shown: FormState['doubts'],
  typed: Typed,
  { homeZone }: FormContext,
  given: Problem[],
): Omit<WhenSettled, 'typed'> {
  const problems = [...given]
  let settled = { time, doubts: shown.map(({ doubt }) => doubt) }
  for (const { doubt } of shown) {
    const answer = typed.get(answerField(doubt)) ?? ''
    if (answer === 'stands') settled.doubts = settled.doubts.filter(other => !isSameQuestion(other, doubt))
    const [first, ...others] = doubt.choices ?? []
    if (first && answer === answerOfChoice(first))
      settled.doubts = settled.doubts.filter(other => !isSameQuestion(other, doubt))
    const picked = others.find(choice => answerOfChoice(choice) === answer)
    if (picked && settled.doubts.some(({ field, code }) => field === doubt.field && code === doubt.code)) {
      const choice = choiceAround(doubt.choices!, picked, toldOf(settled.time))
      settled = settleDoubt(settled.doubts, doubt, choice, homeZone)
    } else if (!picked && answer.includes('|') && !(first && answer === answerOfChoice(first)))
      problems.push({ field: answerField(doubt), key: 'form.wrong.choice' })
  }
  for (const { doubt, asked } of shown) {
    const isOpen = settled.doubts.some(({ field, code }) => field === doubt.field && code === doubt.code)
    if (asked && isOpen && typed.get(answerField(doubt)) !== 'keep')
      if (!problems.some(({ field }) => field === answerField(doubt)))
        problems.push({ field: answerField(doubt), key: 'form.wrong.answer' })
  }
  return { time: settled.time, left: settled.doubts, problems, shown }
}

/** Two doubts that leave the same to choose are settled by one answer. */
function isSameQuestion(other: FieldDoubt, doubt: FieldDoubt): boolean {
  if (other.field === doubt.field && other.code === doubt.code) return true
  const starts = (each: FieldDoubt) => (each.choices ?? []).map(({ start }) => start).join(' ')
  return starts(doubt) !== '' && starts(other) === starts(doubt)
}

/** Whoever changes a part has settled what was in doubt about it. */
function concerns(part: keyof WhenParts, code: DoubtCode): boolean {
  if (part === 'precision' || code === 'sources-disagree') return true
  if (part === 'zone' || part === 'everywhere') return code.startsWith('zone')
  if (part === 'day') return /^(?:weekday|date|year)/.test(code)
  return part === 'start' && code.startsWith('time-')
}
