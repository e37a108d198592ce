import { daysOf } from '../hours/named-days.ts'
import { firstTheme, lookUp } from '../tongues/lexicon.ts'
import { common, idle } from '../words/idle-words.ts'
import { numberOf } from '../words/number-words.ts'
import type { TitleWords } from './title-words.ts'

/** Whether a title says no more than what kind of thing it is of, and on which day: “Webinar registration, 9 May”. */
export function isBare(title: TitleWords): boolean {
  let is = bare.get(title)
  if (is === undefined) bare.set(title, (is = daysOf(title).rest.all.every(isSaidOfMany)))
  return is
}

const bare = new WeakMap<TitleWords, boolean>()

/** A word that says nothing of the thing itself. */
function isSaidOfMany(word: string): boolean {
  if (
    word.length < 3 ||
    idle.has(word) ||
    common.has(word) ||
    forms.test(word) ||
    calendar.test(word) ||
    /\d/.test(word)
  )
    return true
  if (numberOf(word) !== null) return true
  const meanings = lookUp(word)
  return meanings.length > 0 && meanings.every(each => each < firstTheme)
}

/** What the pages of forms, meetings and films call themselves. */
const forms =
  /^(?:form|forms|formular\w*|inscri\w*|registr\w*|anmeld\w*|inschrijv\w*|iscriz\w*|tilmeld\w*|pamelding|anmalan|ilmoittaut\w*|zapis\w*|rejestr\w*|pendaftaran|daftar|kayit|sign|signup|zoom|teams|meet|microsoft|powered|webex|jitsi|google|youtube|facebook|instagram|linkedin|twitter|eventbrite|livestream|stream|live|direct|directo|vivo|record\w*|enregistr\w*|grabaci\w*|aufzeichn\w*|tickets?|entradas|billets|reserv\w*|welcome|untitled|new|programm\w*|agenda|invit\w*|einladung|public|open|free|gratis|gratuit\w*|official|main|final|celebra\w*|commemora\w*|conmemora\w*|feier|observance|reunion|besprechung|virtual|events?)$/

/** The beginnings of months and days of the week, in the tongues in which forms are told. */
const calendar =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabado|domingo|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|segunda|terca|quarta|quinta|sexta|januar|februar|marz|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus)$/
