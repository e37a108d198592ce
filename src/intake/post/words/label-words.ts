/** The left side of "When: …" lines, by what they tell. */
type LabelKey =
  | 'when'
  | 'where'
  | 'join'
  | 'register'
  | 'programme'
  | 'recording'
  | 'livestream'
  | 'slides'
  | 'title'
  | 'what'
  | 'speakers'
  | 'organisers'
  | 'language'
  | 'day'
  | 'clock'
  | 'status'
  | 'link'
  | 'zone'

const labels: Record<LabelKey, Record<string, string>> = {
  when: {
    en: 'when|(?:(?:event|activity|start|session|meeting|webinar) )?dates?(?: and time| & time)?|(?:event|start) time|date/time|day and time|starts?|schedule',
    de: 'wann|termin|datum(?: und uhrzeit)?|zeit(?:punkt)?|beginn',
    fr: 'quand|date(?: et heure)?|horaire',
    es: '¿?cuándo\\??|fecha(?: y hora)?|cuando',
    pt: 'quando|data(?: e hora| e horário)?',
    it: 'quando|data(?: e ora)?',
    nl: 'wanneer|datum',
    id: 'kapan|tanggal|hari/tanggal|waktu',
    ru: 'когда|дата(?: и время)?',
    ar: 'متى|التاريخ|الموعد|التاريخ والوقت|الزمان',
    zh: '时间|日期',
    pl: 'kiedy|data(?: i godzina)?|termin',
    tr: 'tarih(?: ve saat)?|ne zaman',
    sv: 'när|datum(?: och tid)?|hvornår|når|dato|tid|tidspunkt',
    fi: 'milloin|aika|päivämäärä',
    cs: 'kdy|datum(?: a čas)?|dátum',
    hu: 'mikor|időpont',
    ro: 'când|data(?: și ora)?',
    el: 'πότε|ημερομηνία(?: και ώρα)?',
    uk: 'коли|дата(?: (?:та|і) час)?',
    vi: 'thời gian|khi nào',
    sw: 'lini|tarehe',
    ca: 'quan',
    ja: '日時|開催日(?:時)?|日程',
    ko: '일시|일자|날짜',
    hi: 'कब|दिनांक|तारीख|तिथि',
    bn: 'তারিখ|কখন',
    ur: 'تاریخ|کب',
    fa: 'زمان|تاریخ',
    he: 'מתי|תאריך|מועד',
    th: 'วันที่|วันเวลา|เมื่อ',
  },
  clock: {
    en: 'time|hours?',
    de: 'uhrzeit',
    fr: 'heure',
    es: 'hora|horario',
    pt: 'hora|horário',
    it: 'ora|orario',
    id: 'jam|pukul',
    ru: 'время',
    ar: 'الوقت|الساعة',
    zh: '时刻',
    pl: 'godzina|godz\\.?',
    tr: 'saat',
    nl: 'tijd',
    cs: 'čas',
    el: 'ώρα',
    ja: '時間|開始時間',
    ko: '시간',
    hi: 'समय',
    bn: 'সময়',
    ur: 'وقت',
    fa: 'ساعت',
    he: 'שעה',
    th: 'เวลา',
  },
  day: {
    en: 'day',
    de: 'tag',
    fr: 'jour',
    es: 'día',
    pt: 'dia',
    it: 'giorno',
    id: 'hari',
    ru: 'день',
    ar: 'اليوم',
    zh: '日',
  },
  where: {
    en: 'where|venue|location|place|address',
    de: 'wo|ort|veranstaltungsort',
    fr: 'où|lieu',
    es: '¿?dónde\\??|lugar|donde|modalidad',
    pt: 'onde|local',
    it: 'dove|luogo',
    nl: 'waar|locatie',
    id: 'di ?mana|tempat|lokasi',
    ru: 'где|место',
    ar: 'أين|المكان',
    zh: '地点|地點',
    ca: 'on|lloc',
    pl: 'gdzie|miejsce',
    tr: 'yer|nerede|mekan',
    sv: 'var|plats|hvor|sted',
    fi: 'missä|paikka',
    cs: 'kde|místo',
    hu: 'hol|helyszín',
    ro: 'unde|locul|locație',
    el: 'πού|τόπος|χώρος',
    uk: 'де|місце',
    vi: 'địa điểm',
    sw: 'wapi|mahali',
    ja: '会場|場所|開催場所',
    ko: '장소',
    hi: 'कहाँ|स्थान',
    bn: 'স্থান|কোথায়',
    ur: 'مقام|کہاں',
    fa: 'مکان|محل',
    he: 'איפה|מקום|מיקום',
    th: 'สถานที่',
  },
  join: {
    en: 'zoom(?: link)?|join(?: (?:link|here|us|via zoom|online))?|meeting (?:link|id|url)|google meet|teams|webex|connect|how to join|access',
    de: 'zugang|teilnahme(?:link)?|einwahl',
    fr: 'lien(?: zoom)?|rejoindre|connexion',
    es: 'enlace(?: de zoom)?|conexión|únete|acceso|zoom',
    pt: 'link(?: do zoom)?|acesso',
    id: 'tautan|link zoom',
    ru: 'ссылка|подключиться',
    ar: 'رابط الانضمام|رابط زووم|الرابط',
    zh: '会议链接|加入',
  },
  register: {
    en: 'regist(?:er|ration)(?: (?:here|link|now))?|sign[- ]up|rsvp|tickets?|book(?:ing)?|more info(?:rmation)? and registration',
    de: 'anmeldung|anmelden',
    fr: "inscriptions?|s['’]inscrire",
    es: 'inscripci(?:ón|ones)|registro|inscríbete',
    pt: 'inscriç(?:ão|ões)|registro',
    it: 'iscrizioni?|registrazione',
    id: 'pendaftaran|registrasi',
    ru: 'регистрация',
    ar: 'التسجيل|للتسجيل',
    zh: '报名|注册',
    nl: 'aanmelden|inschrijven',
    pl: 'rejestracja|zapisy',
    tr: 'kayıt',
    sv: 'anmälan|tilmelding|påmelding',
    fi: 'ilmoittautuminen',
    ja: '申込(?:み|先|方法)?|お申し込み',
    ko: '신청|참가 신청',
    hi: 'पंजीकरण',
    fa: 'ثبت ?نام',
    he: 'הרשמה',
    uk: 'реєстрація',
    el: 'εγγραφή|εγγραφές',
  },
  programme: {
    en: 'program(?:me)?|agenda|concept note|full programme',
    de: 'programm',
    fr: 'programme|ordre du jour',
    es: 'programa|agenda',
    pt: 'programação',
    it: 'programma',
    ar: 'البرنامج',
    zh: '议程',
  },
  recording: {
    en: 'recording|video|replay|watch(?: (?:it )?(?:again|back|here|the recording))?|catch[- ]up',
    de: 'aufzeichnung|mitschnitt|video',
    fr: 'enregistrement|replay|vidéo',
    es: 'grabación|vídeo|video',
    pt: 'gravação|vídeo',
    it: 'registrazione video|video',
    ru: 'запись',
    ar: 'التسجيل المرئي|فيديو',
    zh: '录像|回放',
  },
  livestream: {
    en: 'live-?stream|live|stream|youtube live|facebook live|webcast|watch live',
    de: 'livestream',
    fr: 'en direct|diffusion',
    es: 'en vivo|transmisión(?: en vivo)?',
    pt: 'ao vivo|transmissão',
    ar: 'البث المباشر',
    zh: '直播',
  },
  slides: {
    en: 'slides?|presentation|slide deck',
    de: 'folien',
    fr: 'diapositives|présentation',
    es: 'diapositivas|presentación',
    pt: 'slides|apresentação',
    ar: 'الشرائح',
  },
  title: {
    en: 'title|topic|theme|event|webinar|talk|workshop|panel|seminar|session|meeting|conference',
    de: 'titel|thema|veranstaltung|vortrag',
    fr: 'titre|sujet|thème|événement|webinaire|conférence',
    es: 'título|tema|evento|webinario|taller|charla',
    pt: 'título|tema|evento|webinário|palestra',
    it: 'titolo|tema|evento',
    id: 'judul|tema|topik',
    ru: 'тема|название',
    ar: 'العنوان|الموضوع|ندوة',
    zh: '主题|题目',
    pl: 'tytuł|temat',
    tr: 'başlık|konu',
    nl: 'titel|onderwerp',
    ja: 'テーマ|演題',
    ko: '제목|주제',
    hi: 'विषय|शीर्षक',
    fa: 'موضوع|عنوان',
    he: 'נושא|כותרת',
    uk: 'тема|назва',
    el: 'τίτλος|θέμα',
  },
  what: {
    en: 'what',
    de: 'was',
    fr: 'quoi',
    es: '¿?qué\\??',
    pt: 'o quê',
    it: 'cosa',
    ru: 'что',
    ar: 'ماذا',
  },
  speakers: {
    en: 'speakers?|panel(?:l)?ists?|presenters?|moderat(?:or|ed by|ion)|facilitators?|instructors?|with|who|featuring|keynote speakers?',
    de: 'referent(?::?inn?en|en|in)?|mit|moderation|vortragende|es sprechen',
    fr: 'intervenant(?:e|es|s)?|avec|modération|qui',
    es: 'ponentes?|panelistas?|con|modera(?:dora?|ción)?|expositor(?:es|as)?|¿?quién(?:es)?\\??',
    pt: 'palestrantes?|com|mediação|painelistas?',
    it: 'relatori|con|modera',
    id: 'pembicara|narasumber|moderator',
    ru: 'спикеры|докладчики|модератор',
    ar: 'المتحدثون|المتحدثين|مع',
    zh: '主讲人|嘉宾|講者|主講人',
    hu: 'előadók?|vendégek?|beszélgetőpartnerek',
    ro: 'vorbitori|invitați',
    ca: 'ponents?',
    sw: 'wazungumzaji',
    th: 'วิทยากร',
    pl: 'prelegen(?:ci|tka|t)|goście|prowadząc[ya]',
    cs: 'hosté|host|řečníci',
    nl: 'sprekers?|met',
    sv: 'talare|medverkande|foredragsholdere?|talere?',
    fi: 'puhujat?|puhujina',
    tr: 'konuşmacı(?:lar)?',
    el: 'ομιλητ(?:ής|ές)|ομιλήτριες',
    uk: 'спікер(?:и|ка)?|доповідачі',
    vi: 'diễn giả',
    he: 'דובר(?:ים|ות)|מרצ(?:ים|ה)',
    fa: 'سخنران(?:ان)?',
    hi: 'वक्ता',
    ja: '登壇者|講師|スピーカー',
    ko: '연사|발표자|강연자',
  },
  organisers: {
    en: '(?:event )?organi[sz](?:er|ers|ed by|ations?|ing (?:body|partners?))|hosts?|host organi[sz]ation|partners?|hosted by|co-?organi[sz]ed by|presented by|by',
    de: 'veranstalter(?:in|innen)?|organisiert von',
    fr: 'organisateurs?|organisé(?:e)? par',
    es: 'organizan?|organizador(?:es|a|as)?|organizado por|convocan?',
    pt: 'organização|organizador(?:es|a|as)?|realização|organizado por',
    it: 'organizza(?:to da|tor[ei])?|promotor[ei]',
    id: 'penyelenggara',
    ru: 'организаторы?',
    ar: 'الجهة المنظمة|تنظيم',
    zh: '主办(?:方|单位)|主辦(?:方|單位)',
    sw: 'waandaaji|mwandaaji',
    vi: 'đơn vị tổ chức|ban tổ chức',
    he: 'מארגנ(?:ים|ת)|מארגן',
    cs: 'pořadatel(?:é|i)?|pořádá',
    hu: 'szervezők?',
    ro: 'organizator(?:i|ul)?',
    ca: 'organitza(?:dors?)?',
    nl: 'organisatie|georganiseerd door',
    pl: 'organizator(?:zy|ka)?',
    tr: 'düzenleyen(?:ler)?',
    sv: 'arrangör(?:er)?|arrangør(?:er)?',
    fi: 'järjestäjä(?:t)?',
    ja: '主催(?:者)?|共催',
    ko: '주최|주관',
    hi: 'आयोजक',
    fa: 'برگزارکننده',
    uk: 'організатор[и]?',
    el: 'διοργάνωση|διοργανωτ(?:ής|ές)',
  },
  language: {
    en: 'languages?|interpretation',
    de: 'sprachen?',
    fr: 'langues?|interprétation',
    es: 'idiomas?|interpretación',
    pt: 'idiomas?|línguas?',
    ar: 'اللغة|اللغات',
    zh: '语言',
  },
  zone: {
    en: 'time ?zone',
    de: 'zeitzone',
    fr: 'fuseau(?: horaire)?',
    es: 'zona horaria|huso horario',
    pt: 'fuso(?: horário)?',
    it: 'fuso orario',
    nl: 'tijdzone',
    id: 'zona waktu',
    ru: 'часовой пояс',
    pl: 'strefa czasowa',
    tr: 'saat dilimi',
    zh: '时区|時區',
    ja: 'タイムゾーン',
    ko: '시간대',
    vi: 'múi giờ',
    uk: 'часовий пояс',
    el: 'ζώνη ώρας',
    ar: 'المنطقة الزمنية|التوقيت',
    he: 'אזור זמן',
  },
  status: { en: 'status', de: 'status', fr: 'statut', es: 'estado', ar: 'الحالة' },
  link: {
    en: 'link|url|website|more(?: info(?:rmation)?)?|details|info|event page|web',
    de: 'link|mehr(?: infos?)?|webseite|infos?',
    fr: "lien|site|plus d[’']infos?|en savoir plus",
    es: 'más info(?:rmación)?|sitio|web',
    pt: 'mais informaç(?:ão|ões)|site',
    ar: 'رابط|المزيد',
    zh: '链接|详情',
  },
}

const compiled: [LabelKey, RegExp][] = (Object.keys(labels) as LabelKey[]).map(key => [
  key,
  new RegExp(`^(?:${Object.values(labels[key]).join('|')})$`, 'iu'),
])

/** `zone`: what stands in brackets with a label of hours: "When (CET):". */
export type Label = { key: LabelKey; length: number; word: string; zone?: string }

/** What the line of a label says of a time, with the zone that its label tells. */
export function toldBy(label: Pick<Label, 'key' | 'zone'>, value: string): string {
  if (label.key === 'zone') return `time zone: ${value}`
  return label.zone ? `${value} (${label.zone})` : value
}

/** "**When:** …", "🗓 Where – …", "¿Cuándo?" at the beginning of a line; `length` covers label and separator. */
export function labelOf(line: string): Label | null {
  const match =
    /^(?:[\s•*·–-]|\p{Extended_Pictographic}|\uFE0F|\u200D)*([¿\p{L}][^:：\n?|–—]{0,40}\??)\s*(?:[:：]|\s[–—|]\s|(?<=\?)(?=\s|$)|$)\s*/u.exec(
      line,
    )
  if (!match) return null
  // "When (local time):", "Cuándo, hora local:"
  const word = match[1]!
    .replace(/(?:,\s*|\s*\()(?:local time|heure locale|hora local|ora locale|ortszeit)\)?\s*$/iu, '')
    .trim()
  // "When (CET):", "Hora (CDMX):"
  const [, bare = word, zone] = /^(.+?)\s*\(([^()]{2,30})\)$/u.exec(word) ?? []
  for (const [key, pattern] of compiled) {
    const isTimed = /^(?:when|clock|day)$/.test(key)
    if (!pattern.test(isTimed ? bare : word)) continue
    const alone = match[0].length >= line.length
    if (alone && !/[?:：]\s*$/.test(line)) return null
    return { key, length: match[0].length, word, ...(zone && isTimed && { zone }) }
  }
  return null
}
