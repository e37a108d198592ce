import { asCompared } from '../tongues/lexicon.ts'
import { formOf } from './title-form.ts'
import type { TitleWords } from './title-words.ts'

/** What parts of one event are called in any tongue, a kind a line: “Session 2”, “Sesi 2”. */
const list = `
session sesi sesion sesiones sessao sessione sitzung sessie sesja sekce sekcja sesiune sesija sesia seansi oturum szekcio sessio istunto seminaarisessio kikao сессия сессии секция секції сесія сесія заседание сесија седница сесиясы секциясы συνεδρια الجلسة جلسة نشست پنل سیشن سیشنز सत्र सेशन অধিবেশন সেশন সত্র அமர்வு సెషన్ სესია նիստ ክፍለ-ጊዜ phien workshop atelier taller oficina laboratorio verkstad werkstatt atolye warsztat lokakarya tyopaja мастерская мастер-класс семинар ورشة کارگاه कार्यशाला কর্মশালা
part partie parte teil deel del osa czesc cast rész resz bolum bagian sehemu часть частина дел بخش قسم الجزء جزء حصہ भाग পর্ব পর্ব பகுதி భాగం ნაწილი մաս phan bahagi
day jour journee dia tag giorno giornata dag paiva dzien den nap gun hari siku день дан يوم اليوم روز दिन দিন ngay araw
track strang pista percorso spor المسار مسار трек तरीका
panel mesa table podium panneau панель панел اللجنة پینل पैनल
group groupe grupo gruppo gruppe groep grupp grupa группа група مجموعة گروه गुट समूह দল kundi kelompok nhom
room sala salle saal zaal raum sal зал зала قاعة سالن कक्ष কক্ষ ruang phong
episode folge episodio episodi odcinek avsnitt серия выпуск випуск эпизод حلقة الحلقة قسط एपिसोड ตอนที่ tap
module modulo modul модуль وحدة
`

const kinds = new Map<string, number>()
for (const [kind, line] of asCompared(list).trim().split('\n').entries())
  for (const word of line.split(' ')) if (!kinds.has(word)) kinds.set(word, kind)

/** Both are called a part of one kind, of another number. */
export function arePartsApart(a: TitleWords, b: TitleWords): boolean {
  const [its, others] = [partOf(a), partOf(b)]
  if (its === null || others === null || its.kind !== others.kind) return false
  return its.number !== others.number && isLetter(its.number) === isLetter(others.number)
}

function isLetter(number: string): boolean {
  return /^[a-h]$/.test(number)
}

type Part = { kind: number; number: string }

/** Null where it is called none, or several. */
function partOf(title: TitleWords): Part | null {
  const counted =
    /第\s*(\d{1,2})\s*(?:分科会|分会|セッション|部会|分論壇|分论坛)|(?:세션|분과)\s*(\d{1,2})|제\s*(\d{1,2})\s*(?:세션|분과)/.exec(
      title.title,
    )
  if (counted) return { kind: 0, number: counted.slice(1).find(Boolean)! }
  const { label, labelled, numbers } = formOf(title)
  const told = numbers.filter(each => /^(?:\d{1,2}[a-h]?|[a-h])$/.test(each))
  const found = new Set(label.split(' ').flatMap(word => kinds.get(word) ?? []))
  if (labelled > 5 || told.length !== 1 || found.size !== 1) return null
  return { kind: [...found][0]!, number: told[0]! }
}
