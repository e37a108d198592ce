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
    `^(?:see |view |check out |explore )?(?:our |all )?(?:other|more|related|similar|recommended)(?: upcoming| past)? ${events}\\b.*$`,
    '^(?:you (?:may|might) (?:also )?(?:like|be interested in)|people (?:going )?also (?:viewed|liked)|recently viewed|related|read (?:more|next)|more from\\b.*|up next|also on)\\W*$',
    '^(?:weitere|andere|ähnliche|verwandte) (?:veranstaltungen|termine|events|beiträge|artikel)\\b.*$|^(?:das könnte (?:sie|dich) auch interessieren|mehr veranstaltungen|auch interessant)\\W*$',
    '^(?:autres|prochains autres) (?:événements|évènements|rendez-vous|articles|actualités)\\b.*$|^(?:à lire aussi|vous aimerez aussi|événements (?:similaires|liés))\\W*$',
    '^(?:otros|más) (?:eventos|actos|artículos)\\b.*$|^(?:también (?:puede|te puede|podría) (?:interesarte|interesar)\\p{L}*|eventos (?:relacionados|similares)|te puede interesar)\\W*$',
    '^(?:outros|mais) (?:eventos|artigos)\\b.*$|^(?:eventos relacionados|veja também|posts recentes)\\W*$|^(?:altri|prossimi altri) eventi\\b.*$|^(?:potrebbe interessarti(?: anche)?|eventi correlati)\\W*$',
    '^(?:ook interessant|andere (?:evenementen|activiteiten)|meer (?:evenementen|activiteiten|agenda)|gerelateerd\\p{L}*.*)\\W*$',
    '^(?:andra|fler|relaterade) evenemang\\b.*$|^(?:andre|flere|relaterede) (?:arrangement\\p{L}*|begivenheder)\\b.*$|^(?:muita|lisää) tapahtumia\\b.*$',
    '^(?:inne|podobne|pozostałe) wydarzenia\\b.*$|^(?:další|podobné) (?:akce|události)\\b.*$|^(?:ďalšie) (?:podujatia|akcie)\\b.*$|^(?:további|kapcsolódó) (?:események|programok)\\b.*$|^(?:alte|mai multe) evenimente\\b.*$',
    '^(?:другие|ещё|похожие) (?:события|мероприятия)\\b.*$|^(?:інші) (?:події|заходи)\\b.*$|^(?:άλλες|σχετικές) εκδηλώσεις.*$|^(?:diğer|benzer) etkinlikler.*$',
    '^(?:فعاليات|أحداث|مناسبات) (?:أخرى|ذات صلة).*$|^رویدادهای (?:دیگر|مرتبط).*$|^אירועים (?:נוספים|אחרים|דומים).*$|^अन्य कार्यक्रम.*$',
    '^(?:関連|その他の|ほかの)(?:イベント|記事|セミナー).*$|^(?:其他|相关|相關|更多)(?:活动|活動|文章|新闻|新聞).*$|^(?:다른|관련) (?:행사|이벤트|기사).*$|^sự kiện (?:khác|liên quan).*$|^(?:acara|kegiatan) lain(?:nya)?.*$|^matukio mengine.*$',
  ].join('|'),
  'iu',
)
