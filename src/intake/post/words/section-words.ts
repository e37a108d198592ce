import { anyOf } from './word-pattern.ts'

/** What a section of a post lists, as its heading says. `aside`: nothing a programme would hold. */
export type Mood = 'events' | 'videos' | 'articles' | 'statements' | 'campaigns' | 'toolkits' | 'aside'

/** The first mood whose words stand in the heading counts. */
const moods: [Mood, RegExp][] = [
  [
    'aside',
    anyOf({
      en: 'jobs?|hiring|vacanc(?:y|ies)|(?<!(?:de|our|policy|common|joint) )positions?(?! papers?)|calls? for (?:participation|contributions?|maintainers?|papers|proposals|testing|help|volunteers|submissions)|help wanted|pull requests?|peer review|software(?! review)(?: :\\w+:)?|new (?:packages?|versions?|releases?)|package (?:development|news)|releases?|changelog|rfcs?|tracking issues|final comment period|crate of the week|quote of the week|performance triage|last words|acknowledge?ments?|thanks|credits|participants|sponsors?|about (?:us|me|the authors?)|contributors?|references|footnotes?|table of contents|contents|project updates from|updates from the rust project|funding|grants?|scholarships?|call to contribute|lessons',
      de: 'stellen(?:angebote|ausschreibungen)?|jobs|danksagung|über (?:uns|mich)|impressum|ausschreibungen|literatur',
      fr: "offres? d['’]emploi|remerciements|à propos|appels? à (?:contributions?|candidatures|projets)|bibliographie",
      es: 'empleos?|ofertas de trabajo|agradecimientos|acerca de|convocatorias?|bibliografía|autor(?:a|as|es)?',
      pt: 'vagas|empregos?|agradecimentos|sobre (?:nós|mim)|chamadas?|bibliografia|autor(?:a|as|es)?',
      it: 'offerte di lavoro|ringraziamenti|chi siamo',
      id: 'lowongan|tentang (?:kami|saya)',
      ru: 'вакансии|благодарности|о нас',
      ar: 'وظائف|من نحن|شكر',
    }),
  ],
  [
    'events',
    anyOf({
      en: "events?|calendar|meet-?ups?|web-?meetings?|webinars?|upcoming (?!\\w+ lessons)|conferences?|talks?|keynotes?|tutorials?|workshops?|coworking|community calls?|what['’]s on|(?:tentative )?dates|programme|schedule|sessions|online events|virtual events|trainings?|panels?|screenings?|vigils?|actions|where to (?:meet|find) us|when and where|save the dates?|agenda",
      de: 'veranstaltung(?:en|shinweise)?|termine?|kalender|konferenzen|vorträge|workshops|programm|tagungen|webinare|online-veranstaltungen',
      fr: 'événements?|évènements?|agenda|calendrier|rendez-vous|conférences|ateliers|programme|webinaires|rencontres|dates',
      es: 'eventos?|agenda|calendario|conferencias|talleres|charlas|tutoriales|programa|actividades|webinarios|encuentros|fechas',
      pt: 'eventos?|agenda|calendário|conferências|oficinas|palestras|programação|atividades|webinários|encontros|datas',
      it: 'eventi|calendario|conferenze|appuntamenti|programma|agenda|incontri',
      nl: 'evenementen|agenda|bijeenkomsten',
      id: 'acara|agenda|kegiatan|jadwal|kalender',
      ru: 'события|мероприятия|календарь|расписание|вебинары|встречи|программа',
      uk: 'події|заходи|календар|розклад|вебінари|зустрічі|програма',
      pl: 'wydarzenia|kalendarz|spotkania|program',
      tr: 'etkinlikler|takvim|program',
      ja: 'イベント|催し|行事|予定|日程|セミナー',
      ar: 'الفعاليات|فعاليات|الأحداث|أحداث|ندوات|الندوات|برنامج|مواعيد|جدول',
      zh: '活动|日程|会议|讲座|研讨会',
    }),
  ],
  [
    'videos',
    anyOf({
      en: 'videos?|recordings?|films?|(?:to )?watch|youtube|screencasts?',
      de: 'videos?|aufzeichnungen|filme|mitschnitte|mediathek|zum (?:nach|an)?(?:schauen|sehen|gucken)|für die couch',
      fr: 'vidéos?|enregistrements|films?|à (?:re)?(?:voir|garder)|à regarder',
      es: 'vídeos?|videos?|grabaciones|películas|para (?:ver|mirar)',
      pt: 'vídeos?|gravações|filmes|(?:para|pra) (?:ver|assistir)',
      it: 'video|registrazioni|da (?:ri)?(?:vedere|guardare)',
      ru: 'видео|записи|(?:что )?посмотреть|смотреть',
      uk: 'відео|записи|трансляції',
      pl: 'filmy|nagrania|wideo',
      nl: "video['’]s|opnames|terugkijken",
      tr: 'videolar|kayıtlar',
      id: 'video|rekaman|tayangan ulang',
      ar: 'فيديو|فيديوهات|تسجيلات|للمشاهدة',
      ja: '動画|映像|録画|見る',
      zh: '视频|录像',
    }),
  ],
  [
    'statements',
    anyOf({
      en: 'statements?|declarations?|press releases?|messages?|open letters?|appeals|(?:policy|our|common|joint) positions?|position papers?|to sign',
      de: 'erklärungen|stellungnahmen|pressemitteilungen|wortmeldungen|aufrufe|offene briefe|zum (?:unterschreiben|mitzeichnen)',
      fr: 'déclarations?|communiqués?|prises de position|appels|lettres ouvertes|à signer',
      es: 'declaraciones|comunicados|mensajes|pronunciamientos|para firmar',
      pt: 'declarações|comunicados|mensagens|notas',
      it: 'dichiarazioni|comunicati|appelli|prese di posizione|da firmare',
      ru: 'заявления|обращения',
      uk: 'заяви|звернення|відкриті листи',
      pl: 'oświadczenia|stanowiska|apele',
      nl: 'verklaringen|persberichten',
      tr: 'açıklamalar|bildiriler',
      id: 'pernyataan|siaran pers|pesan',
      ar: 'بيانات|البيانات|تصريحات',
      ja: '声明|談話|メッセージ',
      zh: '声明',
    }),
  ],
  [
    'campaigns',
    anyOf({
      en: 'campaigns?|hashtags?|petitions?|(?:on|in) (?:the )?social (?:media|networks)',
      de: 'kampagnen?|aktionen|petitionen|in den sozialen (?:medien|netzwerken)',
      fr: 'campagnes?|pétitions?|sur les réseaux(?: sociaux)?',
      es: 'campañas?|peticiones|en (?:las )?redes(?: sociales)?',
      pt: 'campanhas?|petições|nas redes(?: sociais)?',
      it: 'campagn[ae]|petizioni|sui social',
      ar: 'حملات',
      ja: 'キャンペーン|署名',
      ru: 'кампании|акци[яи]|флешмобы?',
      uk: 'кампанії',
      pl: 'kampanie',
      nl: 'campagnes',
      id: 'kampanye',
    }),
  ],
  [
    'articles',
    anyOf({
      en: 'blogs?(?: posts?)?|on the blog|posts|articles|reading(?:s| list)?|news|publications|papers|reports|press|in the media|media coverage|further reading|observations|thoughts|walkthroughs|official|miscellaneous|tech notes|software review|project/tooling updates|research|newsletters|(?:to )?read|podcasts?|books|op-?eds|stories|links?',
      de: 'blog(?:beiträge)?|artikel|zum (?:nach|weiter)?lesen|lesenswert(?:es)?|beiträge|berichte|presse|publikationen|veröffentlichungen|lesetipps|nachrichten|hintergrund|medien',
      fr: 'articles|billets|lectures|publications|rapports|presse|actualités|à (?:re)?lire',
      es: 'artículos|para leer|lecturas|publicaciones|informes|prensa|noticias|blog',
      pt: 'artigos|(?:para|pra) ler|leituras|publicações|relatórios|imprensa|notícias|blog',
      it: 'articoli|da leggere|letture|pubblicazioni|rapporti|stampa|notizie',
      id: 'artikel|berita|publikasi|laporan|bacaan',
      ru: 'статьи|публикации|новости|доклады|(?:что )?почитать|читать',
      uk: 'статті|публікації|новини|доповіді',
      pl: 'artykuły|do czytania|publikacje|aktualności',
      nl: 'artikelen|om te lezen|publicaties|nieuws',
      ar: 'مقالات|تقارير|أخبار|منشورات|للقراءة',
      ja: '記事|読み物|読む|論文',
      zh: '文章|报告|新闻|出版物',
    }),
  ],
]

export function moodOf(heading: string): Mood | undefined {
  return moods.find(([, pattern]) => pattern.test(heading))?.[0]
}

/** Headings that only say that times or particulars follow: never a title. */
const plainHeading = anyOf(
  {
    en: '(?:tentative |upcoming |important |key |save the )*(?:dates?|events?|times?|schedule|calendar|agenda|details|program(?:me)?|information|register|registration|how to (?:join|register|attend)|where|when|what|who|why|how|venue|online|offline|virtual|in[- ]person|hybrid|resources|speakers?|panelists?|our panel|summary|overview|introduction|background|short version|long version|announcements?|talks?(?: in \\w+)?|keynotes?|sessions?|tutorials?(?: in \\w+)?|workshops?|meet-?ups?|webinars?|conferences?|community events|news|timetable|days? \\d+|africa|asia|europe|north america|south america|latin america|oceania|middle east|worldwide|global|save the date|at a glance|(?:before|after|on|during) the day(?: itself)?|the day before|the day after)',
    de: 'vor dem tag|nach dem tag|am tag selbst|danach|davor|termine?|veranstaltungen|programm|ablauf|anmeldung|wann|wo|was|wer|informationen|online|referent(?:en|innen)',
    fr: 'avant|après|le jour j|le jour même|dates?|événements?|programme|inscriptions?|quand|où|quoi|qui|informations?|en ligne|intervenants',
    es: 'antes|después|el mismo día|fechas?|eventos?|programa|inscripci(?:ón|ones)|¿?cuándo\\??|¿?dónde\\??|¿?qué\\??|¿?quién(?:es)?\\??|¿?cómo\\??|información|en línea|versión (?:corta|larga)|ponentes|agenda',
    pt: 'antes|depois|no dia|datas?|eventos?|programação|inscriç(?:ão|ões)|quando|onde|o quê|quem|como|informações|recursos|agenda',
    it: 'prima|dopo|il giorno stesso|date|eventi|programma|iscrizioni?|quando|dove|cosa|chi|informazioni',
    id: 'tanggal|acara|jadwal|pendaftaran|kapan|di mana',
    ru: 'даты|события|программа|регистрация|когда|где',
    ar: 'التاريخ|المواعيد|البرنامج|التسجيل|متى|أين|الفعاليات',
    zh: '日期|时间|地点|日程|报名|活动',
  },
  'giu',
)

export function isPlainHeading(heading: string): boolean {
  return (
    heading
      .replace(/\([^)]*\)|https?:\/\/\S+/g, '')
      .replace(plainHeading, '')
      .replace(/[\p{P}\p{S}\p{Z}\p{N}]+/gu, '')
      .replace(/^(?:and|und|et|y|e|dan|и|the|for|of|at|at the)$/iu, '') === ''
  )
}

/** Parts of one event's programme: lists under such headings are its sessions. */
export const programmePart = anyOf({
  en: 'keynotes?|talks?|tutorials?|workshops?|sessions?|panels?|program(?:me)?|schedule|lightning talks|posters?',
  de: 'vorträge|tutorien|sitzungen|programm|workshops',
  fr: 'exposés|ateliers|séances|programme|tables rondes',
  es: 'charlas|tutoriales|talleres|sesiones|programa|ponencias',
  pt: 'palestras|tutoriais|oficinas|sessões|programação|painéis',
})
