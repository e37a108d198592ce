import { type LinkRole, linkRoles } from '../domain/finding.ts'

/**
 * What words around a link say it is for, in the six UN languages, German, Portuguese, Italian and Indonesian.
 * Where several are said, the one nearest to the link (the last) counts.
 */
export function roleOfWords(words: string | undefined): LinkRole | null {
  if (!words) return null
  let role: LinkRole | null = null
  for (const { groups } of words.toLowerCase().matchAll(anySign)) {
    for (const candidate of linkRoles) if (groups?.[candidate] !== undefined) role = candidate
  }
  return role
}

export const saysLive = (words: string): boolean => livestream.test(words.toLowerCase())
export const saysRecorded = (words: string): boolean => recording.test(words.toLowerCase())

const stream = String.raw`live[- ]?stream\w*|(?:watch|join|follow|see|tune in|view)(?: it| us)? live|live (?:on|at|via|link|broadcast|video|feed|ig|instagram|facebook|fb|youtube|tiktok)|(?:ig|instagram|facebook|fb|youtube|tiktok) live|streaming (?:on|at|link|via)|stream(?: link| here| on)|the stream|webcast|(?:live )?broadcast (?:live|on|at|link|via)|live broadcast|en vivo|en direct(?:o)?|ao vivo|transmisi[oó]n\w*|retransmis\w*|transmissão|[üu]bertragung|diretta|siaran langsung`
const streamElsewhere =
  'البث|بث مباشر|مباشر|直播|ライブ|生中継|生配信|трансляц[иі]|прямо[йм] эфир|прямий ефір'
const recorded = String.raw`recordings?|(?:was|is|been|be|will be) recorded|recorded (?:talk|session|webinar|meeting|event|version|lecture|presentation|here)|video of|replay|on[- ]demand|watch (?:again|back|later)|catch[- ]up|missed|grabaci[oó]n\w*|grabad\w*|enregistr\w*|rediffusion|grava[cç][aã]o|gravad\w*|aufzeichnung\w*|aufgezeichnet|mitschnitt\w*|registrazion\w*|rekaman`
const recordedElsewhere = 'تسجيل الفيديو|録画|アーカイブ|見逃し|录像|录播|回放|запис[ьи]'
const livestream = words(`${stream}|live|streaming|streamed`, streamElsewhere)
const recording = words(recorded, recordedElsewhere)

const signs: [LinkRole, RegExp][] = [
  [
    'registration',
    words(
      String.raw`regist(?:er|ration|rations|rieren|rierung|rarse|ro|rate|ra)|pre-?regist\w*|sign[- ]?up|rsvp|enrol(?:l|ment|lment)?|book (?:yours|now|here|online|(?:your|a) (?:place|seat|spot|ticket))|tickets?|reserve|anmeld\w*|inscr[ií]\w*|s['’]inscrire|iscri\w*|prenot\w*|pendaftaran|daftar|mendaftar|aanmeld\w*|inschrijv\w*|anmäl\w*|tilmeld\w*|påmeld\w*|ilmoittau\w*|rejestr\w*|zarejestruj|zapisz się|přihl[aá]\w*|registrace|regisztr\w*|înscri\w*|kayıt|kaydol\w*|εγγραφ\w*|đăng ký|jiandikishe`,
      'التسجيل|للتسجيل|سجل|سجّل|注册|报名|報名|зарегистр|регистраци|реєстраці|зареєстр|הרשמה|להרשמה|ثبت[\u200c ]?نام|पंजीकर|পঞ্জীকরণ|নিবন্ধন|申し?込|参加登録|予約|신청|ลงทะเบียน',
    ),
  ],
  [
    'join',
    words(
      String.raw`join(?! (?:us |me )?(?:as|in|for|and) )(?:ing)?|(?:on|via|über|sur|por|pelo|per|su|di) (?:zoom|jitsi|teams|ms teams|webex|google meet|bigbluebutton|bbb)(?=\W*$)|zoom link|meeting (?:link|url|room)|click (?:here )?to (?:join|attend)|beitreten|teilnehmen|teilnahmelink|einwahl\w*|unirse|[úu]nete|acceder|entrar|participar|rejoindre|participer|partecipa\w*|bergabung|gabung`,
      'انضم|الانضمام|加入|参会|参加(?:する|リンク|はこちら)|入室|присоедин',
    ),
  ],
  ['livestream', words(stream, streamElsewhere)],
  ['recording', words(recorded, recordedElsewhere)],
  [
    'slides',
    words(
      'slides?|slide ?decks?|diapositivas?|diaporama|folien|powerpoint|pptx?',
      'الشرائح|幻灯片|презентаци|слайд',
    ),
  ],
  [
    'programme',
    words(
      'programme|(?:full|final|detailed|conference|event|the|our|see|download) program(?! in| of| for| that)|program (?:pdf|booklet|schedule|here)|^program$|programm|programa|agenda|schedule|timetable|ordre du jour|orden del d[ií]a|concept note|ablauf|tagesordnung|jadwal',
      'برنامج|جدول الأعمال|议程|日程|программ|повестк',
    ),
  ],
  ['archive', words('archived (?:copy|page|version)|wayback', '存档')],
]

/** All in small letters. Latin words stand alone between non-letters; the other scripts join their words to endings and particles. */
function words(latin: string, other: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${latin.replaceAll('\\w*', '\\p{L}*')})(?![\p{L}\p{N}])|${other}`,
    'u',
  )
}

/** One pattern with a group a role: seven passes over the words would cost seven times as much. */
const anySign = new RegExp(signs.map(([role, pattern]) => `(?<${role}>${pattern.source})`).join('|'), 'gu')
