import { foldName } from '../../fold-name.ts'
import { romanised } from '../tongues/romanise.ts'
import { numberOf } from '../words/number-words.ts'
import { letteredBy, type TitleWords, untangled } from './title-words.ts'

/** How a title is built: what stands before its colon, and in brackets at its end. */
export type TitleForm = {
  /** “Track” of “Track A: …”, the numbers and letters beside it, and how many words stand before the colon. */
  label: string
  numbers: string[]
  labelled: number
  remark: string
  /** The words before the remark; all, where there is none. */
  bare: readonly string[]
}

/** Made when a title is first compared. */
export function formOf(title: TitleWords): TitleForm {
  const known = forms.get(title)
  if (known) return known
  if (!built.test(title.title)) return { ...plain, bare: title.all }
  const label = wordsOf(/^([^:–—|]{2,70}?)\s*(?::|\s[–—|-])\s/.exec(title.title)?.[1])
  const remark = wordsOf(/\S\s*[(（［[]([^()（）[\]]+)[)）］\]]\s*$/.exec(title.title)?.[1])
  const form = {
    label: label.filter(word => word.length > 1 && word !== 'main' && !isNumber(word)).join(' '),
    numbers: [
      ...label.flatMap(word => (lettered.test(word) ? word : (numberOf(word) ?? []))),
      ...(label.length > 1 ? label.slice(-1).filter(word => /^[a-h]$/.test(word)) : letteredBy(label)),
    ],
    labelled: label.length,
    remark: remark.join(' '),
    bare: remark.length ? title.all.slice(0, Math.max(1, title.all.length - remark.length)) : title.all,
  }
  forms.set(title, form)
  return form
}

const built = /[:–—|)）\]］]|\s-\s/
const plain = { label: '', numbers: [], labelled: 0, remark: '' }

/** “Session 2A”. */
const lettered = /^\d{1,2}[a-h]$/

function isNumber(word: string): boolean {
  return lettered.test(word) || numberOf(word) !== null
}

const forms = new WeakMap<TitleWords, TitleForm>()

function wordsOf(part: string | undefined): string[] {
  return part === undefined ? [] : romanised(foldName(untangled(part))).split(' ')
}
