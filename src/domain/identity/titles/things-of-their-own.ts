import type { Traits } from '../traits.ts'
import { isSaidIn } from './title-words.ts'

const minute = 60_000

/** What is told of the one that makes it a part of the other, or beside it, however much is the same. */
export function ownThings(a: Traits, b: Traits): string[] {
  const said: string[] = []
  if (isWithin(a, b) || isWithin(b, a)) said.push('- hours within the other’s')
  if (isOpeningOf(a, b) || isOpeningOf(b, a)) said.push('- opening of the other')
  if (isWatched(a) !== isWatched(b)) said.push('- watched elsewhere')
  return said
}

/** A session: it begins later, ends no later, and takes at most half as long. */
function isWithin({ moment: part }: Traits, { moment: whole }: Traits): boolean {
  if (!part?.endsAt || !whole?.endsAt || part.isFloating !== whole.isFloating) return false
  const [short, long] = [part.endsAt - part.startsAt, whole.endsAt - whole.startsAt]
  const later = part.startsAt - whole.startsAt
  return later >= 0 && part.endsAt <= whole.endsAt && long >= 2 * short && long >= 150 * minute
}

/** What lasts for days, or of which the day alone is told, is opened at an hour. */
function isOpeningOf(opening: Traits, whole: Traits): boolean {
  if (opening.moment === null || whole.moment !== null) return false
  return isSaidIn(opening.title, openings) && !isSaidIn(whole.title, openings)
}

/** What others send, seen together: a meeting of its own. */
function isWatched({ title }: Traits): boolean {
  return isSaidIn(title, watched)
}

const openings =
  /\b(?:opening(?! (?:the|up|our|doors?|a)\b)|ouverture|apertura|abertura|obertura|vernissage|inaugur\w*|eroffnung\w*|invign\w*|apning\w*|abning\w*|avajais\w*|otvar\w*|otvoren\w*|otvoritev|odprtje|otwarci\w*|wernisaz\w*|vernisaz\w*|zahajen\w*|deschider\w*|megnyit\w*|acilis\w*|pembukaan|pagbubukas|ufunguzi|khai mac)|откры|відкрит|вернисаж|вернісаж|откривањ|εγκαινι|افتتاح|פתיחה|उद्घाटन|উদ্বোধন|开幕|開幕|개막|พิธีเปิด/

const watched =
  /\b(?:watch party|watch parties|watchalong|watch along|watching|viewing|big screen|public viewing|screening of|screening and|live screening|relay|retransmission|visionnage|visionado|proyeccion en directo|pantalla gigante|ubertragung|gemeinsam schauen|leinwand|tittarfest|nobar|nonton bareng|telao)\b|просмотр|трансляц|перегляд|مشاهدة جماعية|观影|同步观看|視聴会|ライブビューイング/
