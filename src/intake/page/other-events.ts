/**
 * The lines without the sections of other events that sites put below one of theirs: "More events", "Ook interessant".
 * A page whose own heading says so lists them, and stays whole.
 */
export function withoutOthers<Line extends { text: string; level: number }>(lines: Line[]): Line[] {
  const kept: Line[] = []
  let level = 0
  for (const [at, line] of lines.entries()) {
    if (level > 0 && line.level > 0 && line.level <= level) level = 0
    if (level === 0 && at > 0 && line.level > 1 && isOfOthers(line.text)) level = line.level
    if (level === 0) kept.push(line)
  }
  return kept
}

function isOfOthers(heading: string): boolean {
  return heading.length < 60 && others.test(heading.trim())
}

const events =
  '(?:events?|meetings?|webinars?|sessions?|talks?|activities|posts?|articles?|news|stories|dates|pages|content|(?:upcoming |past )events?)'
const others = new RegExp(
  [
    `^(?:see |view |check out |explore )?(?:our |all )?(?:other|more|related|similar|recommended)(?: upcoming| past)? ${events}(?!\\p{L}).*$`,
    '^(?:you (?:may|might) (?:also )?(?:like|be interested in)|people (?:going )?also (?:viewed|liked)|recently viewed|related|read (?:more|next)|more from\\b.*|up next|also on)\\W*$',
    '^(?:weitere|andere|ähnliche|verwandte) (?:veranstaltungen|termine|events|beiträge|artikel)(?!\\p{L}).*$|^(?:das könnte (?:sie|dich) auch interessieren|mehr veranstaltungen|auch interessant)\\W*$',
    '^(?:autres|prochains autres) (?:événements|évènements|rendez-vous|articles|actualités)(?!\\p{L}).*$|^(?:à lire aussi|vous aimerez aussi|événements (?:similaires|liés))\\W*$',
    '^(?:otros|más) (?:eventos|actos|artículos)(?!\\p{L}).*$|^(?:también (?:puede|te puede|podría) (?:interesarte|interesar)\\p{L}*|eventos (?:relacionados|similares)|te puede interesar)\\W*$',
    '^(?:outros|mais) (?:eventos|artigos)(?!\\p{L}).*$|^(?:eventos relacionados|veja também|posts recentes)\\W*$|^(?:altri|prossimi altri) eventi(?!\\p{L}).*$|^(?:potrebbe interessarti(?: anche)?|eventi correlati)\\W*$',
    '^(?:ook interessant|andere (?:evenementen|activiteiten)|meer (?:evenementen|activiteiten|agenda)|gerelateerd\\p{L}*.*)\\W*$',
    '^(?:andra|fler|relaterade) evenemang(?!\\p{L}).*$|^(?:andre|flere|relaterede) (?:arrangement\\p{L}*|begivenheder)(?!\\p{L}).*$|^(?:muita|lisää) tapahtumia(?!\\p{L}).*$',
    '^(?:inne|podobne|pozostałe) wydarzenia(?!\\p{L}).*$|^(?:další|podobné) (?:akce|události)(?!\\p{L}).*$|^(?:ďalšie) (?:podujatia|akcie)(?!\\p{L}).*$|^(?:további|kapcsolódó) (?:események|programok)(?!\\p{L}).*$|^(?:alte|mai multe) evenimente(?!\\p{L}).*$',
    '^(?:другие|ещё|похожие) (?:события|мероприятия)(?!\\p{L}).*$|^(?:інші) (?:події|заходи)(?!\\p{L}).*$|^(?:άλλες|σχετικές) εκδηλώσεις.*$|^(?:diğer|benzer) etkinlikler.*$',
    '^(?:فعاليات|أحداث|مناسبات) (?:أخرى|ذات صلة).*$|^رویدادهای (?:دیگر|مرتبط).*$|^אירועים (?:נוספים|אחרים|דומים).*$|^अन्य कार्यक्रम.*$',
    '^(?:関連|その他の|ほかの)(?:イベント|記事|セミナー).*$|^(?:其他|相关|相關|更多)(?:活动|活動|文章|新闻|新聞).*$|^(?:다른|관련) (?:행사|이벤트|기사).*$|^sự kiện (?:khác|liên quan).*$|^(?:acara|kegiatan) lain(?:nya)?.*$|^matukio mengine.*$',
  ].join('|'),
  'iu',
)
