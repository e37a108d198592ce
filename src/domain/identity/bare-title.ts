import { common, idle } from './idle-words.ts'
import { firstTheme, lookUp } from './lexicon.ts'
import { daysOf } from './named-days.ts'
import { numberOf } from './number-words.ts'
import type { TitleWords } from './title-words.ts'

/** Whether a title says no more than what kind of thing it is of, and on which day: “Webinar registration, 9 May”. */
export function isBare(title: TitleWords): boolean {
  let is = bare.get(title)
  if (is === undefined) bare.set(title, (is = daysOf(title).rest.all.every(isSaidOfMany)))
  return is
}

const bare = new WeakMap<TitleWords, boolean>()

/** A word that says nothing of the thing itself. */
export function isSaidOfMany(word: string): boolean {
  if (word.length < 3 || idle.has(word) || common.has(word) || forms.test(word) || /\d/.test(word)) return true
  if (numberOf(word) !== null) return true
  const meanings = lookUp(word)
  return meanings.length > 0 && meanings.every(each => each < firstTheme)
}

/** What the pages of forms, meetings and films call themselves, and months and days of the week. */
const forms =
  /^(?:form|formular|inscri|registr|anmeld|inschrij|iscriz|tilmeld|pamelding|anmalan|ilmoittaut|zapis|rejestr|pendaftaran|daftar|kayit|zoom|teams|meet|webex|jitsi|google|youtube|facebook|instagram|linkedin|twitter|eventbrite|livestream|stream|live|direct|vivo|recording|record|enregistr|grabaci|aufzeichn|ticket|reserv|welcome|untitled|my$|new$|programm|agenda|invit|einlad|regist|public|open|free|gratis|gratuit|official|main|final|celebrat|celebrac|commemorat|conmemorac|feier|gedenk|observance|jan|feb|mar[cszt]|apr|abril|avril|ma[iyj]|jun|jul|aug|agos|aout|sep|okt|oct|nov|dec|dez|dic|mon|tue|wed|thu|fri|sat|sun|lun|mart|mier|mercr|juev|jeud|vier|vendr|saba|same|domin|diman|mont|dien|mitt|donn|frei|sams|sonn)/
