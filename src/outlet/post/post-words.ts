import type { EventStatus, Kind } from '../../domain/finding.ts'

/**
 * The words of a post, in the languages in which `intake/post` reads them back: labels stand in its `label-words.ts`,
 * headings in its `section-words.ts`. They belong to the format, not to the pages of the site.
 */
export type PostWords = {
  sections: Record<Kind, string>
  when: string
  elsewhere: string
  organisers: string
  speakers: string
  where: string
  status: string
  languages: string
  register: string
  join: string
  livestream: string
  programme: string
  recording: string
  slides: string
  more: string
  allDay: string
  hourNotTold: string
  notTold: string
  localTime: string
  /** Its time is not sure. */
  doubtful: string
  expected: string
  sessions: string
  /** `{moment}`, `{url}` */
  asOf: string
  statuses: Partial<Record<EventStatus, string>>
}

const english: PostWords = {
  sections: {
    event: 'Events',
    statement: 'Statements',
    video: 'Videos',
    article: 'Articles',
    campaign: 'Campaigns',
    toolkit: 'Toolbox',
  },
  when: 'When',
  elsewhere: 'In other places',
  organisers: 'Organisers',
  speakers: 'Speakers',
  where: 'Where',
  status: 'Status',
  languages: 'Languages',
  register: 'Registration',
  join: 'Join',
  livestream: 'Livestream',
  programme: 'Programme',
  recording: 'Recording',
  slides: 'Slides',
  more: 'More',
  allDay: 'all day',
  hourNotTold: 'the hour is not told',
  notTold: 'not told yet',
  localTime: 'local time everywhere',
  doubtful: 'The time is not sure; look at the page of the organiser.',
  expected: 'expected',
  sessions: 'Parts',
  asOf: 'As of {moment}. All of it in your own time: {url}',
  statuses: {
    cancelled: 'cancelled',
    postponed: 'postponed',
    rescheduled: 'rescheduled',
    movedOnline: 'moved online',
  },
}

const words: Record<string, PostWords> = {
  en: english,
  de: {
    sections: {
      event: 'Veranstaltungen',
      statement: 'Erklärungen',
      video: 'Videos',
      article: 'Artikel',
      campaign: 'Kampagnen',
      toolkit: 'Toolbox',
    },
    when: 'Wann',
    elsewhere: 'Anderswo',
    organisers: 'Veranstalter',
    speakers: 'Referent:innen',
    where: 'Wo',
    status: 'Status',
    languages: 'Sprachen',
    register: 'Anmeldung',
    join: 'Zugang',
    livestream: 'Livestream',
    programme: 'Programm',
    recording: 'Aufzeichnung',
    slides: 'Folien',
    more: 'Mehr',
    allDay: 'ganztägig',
    hourNotTold: 'die Uhrzeit ist nicht bekannt',
    notTold: 'noch nicht bekannt',
    localTime: 'Ortszeit überall',
    doubtful: 'Die Zeit ist nicht sicher; bitte auf der Seite des Veranstalters nachsehen.',
    expected: 'erwartet',
    sessions: 'Teile',
    asOf: 'Stand: {moment}. Alles in der eigenen Zeit: {url}',
    statuses: {
      cancelled: 'abgesagt',
      postponed: 'verschoben',
      rescheduled: 'auf eine neue Zeit gelegt',
      movedOnline: 'findet online statt',
    },
  },
  fr: {
    sections: {
      event: 'Événements',
      statement: 'Déclarations',
      video: 'Vidéos',
      article: 'Articles',
      campaign: 'Campagnes',
      toolkit: 'Toolbox',
    },
    when: 'Quand',
    elsewhere: 'Ailleurs',
    organisers: 'Organisateurs',
    speakers: 'Intervenants',
    where: 'Où',
    status: 'Statut',
    languages: 'Langues',
    register: 'Inscription',
    join: 'Rejoindre',
    livestream: 'En direct',
    programme: 'Programme',
    recording: 'Enregistrement',
    slides: 'Diapositives',
    more: 'Site',
    allDay: 'toute la journée',
    hourNotTold: 'heure inconnue',
    notTold: 'pas encore connu',
    localTime: 'heure locale partout',
    doubtful: 'L’heure n’est pas sûre ; voyez la page de l’organisateur.',
    expected: 'prévu',
    sessions: 'Parties',
    asOf: 'Mise à jour : {moment}. Le tout à votre heure : {url}',
    statuses: {
      cancelled: 'annulé',
      postponed: 'reporté',
      rescheduled: 'à une nouvelle date',
      movedOnline: 'en ligne désormais',
    },
  },
  es: {
    sections: {
      event: 'Eventos',
      statement: 'Declaraciones',
      video: 'Vídeos',
      article: 'Artículos',
      campaign: 'Campañas',
      toolkit: 'Toolbox',
    },
    when: 'Cuándo',
    elsewhere: 'En otros lugares',
    organisers: 'Organizadores',
    speakers: 'Ponentes',
    where: 'Dónde',
    status: 'Estado',
    languages: 'Idiomas',
    register: 'Inscripción',
    join: 'Acceso',
    livestream: 'En vivo',
    programme: 'Programa',
    recording: 'Grabación',
    slides: 'Diapositivas',
    more: 'Sitio',
    allDay: 'todo el día',
    hourNotTold: 'hora por anunciar',
    notTold: 'por anunciar',
    localTime: 'hora local en todas partes',
    doubtful: 'La hora no es segura; consulte la página del organizador.',
    expected: 'prevista',
    sessions: 'Partes',
    asOf: 'Actualizado: {moment}. Todo en su hora: {url}',
    statuses: {
      cancelled: 'cancelado',
      postponed: 'aplazado',
      rescheduled: 'con nueva fecha',
      movedOnline: 'ahora en línea',
    },
  },
  id: {
    sections: {
      event: 'Acara',
      statement: 'Statements',
      video: 'Videos',
      article: 'Artikel',
      campaign: 'Campaigns',
      toolkit: 'Toolbox',
    },
    when: 'Waktu',
    elsewhere: 'Di tempat lain',
    organisers: 'Penyelenggara',
    speakers: 'Pembicara',
    where: 'Tempat',
    status: 'Status',
    languages: 'Languages',
    register: 'Pendaftaran',
    join: 'Tautan',
    livestream: 'Livestream',
    programme: 'Agenda',
    recording: 'Video',
    slides: 'Slides',
    more: 'Info',
    allDay: 'sepanjang hari',
    hourNotTold: 'jam belum diumumkan',
    notTold: 'belum diumumkan',
    localTime: 'waktu setempat di mana pun',
    doubtful: 'Waktunya belum pasti; lihat halaman penyelenggara.',
    expected: 'menyusul',
    sessions: 'Bagian',
    asOf: 'UPDATE: {moment}. Semuanya dalam waktu Anda: {url}',
    statuses: {
      cancelled: 'dibatalkan',
      postponed: 'ditunda',
      rescheduled: 'dijadwalkan ulang',
      movedOnline: 'dipindahkan ke daring',
    },
  },
  ru: {
    sections: {
      event: 'События',
      statement: 'Заявления',
      video: 'Видео',
      article: 'Статьи',
      campaign: 'Кампании',
      toolkit: 'Toolbox',
    },
    when: 'Когда',
    elsewhere: 'В других местах',
    organisers: 'Организаторы',
    speakers: 'Докладчики',
    where: 'Где',
    status: 'Status',
    languages: 'Языки',
    register: 'Регистрация',
    join: 'Подключиться',
    livestream: 'Livestream',
    programme: 'Programme',
    recording: 'Запись',
    slides: 'Slides',
    more: 'Info',
    allDay: 'весь день',
    hourNotTold: 'время не сообщается',
    notTold: 'пока не сообщается',
    localTime: 'по местному времени везде',
    doubtful: 'Время не точно; смотрите страницу организатора.',
    expected: 'ожидается',
    sessions: 'Части',
    asOf: 'Обновлено: {moment}. Всё по вашему времени: {url}',
    statuses: {
      cancelled: 'отменено',
      postponed: 'отложено',
      rescheduled: 'перенесено на новую дату',
      movedOnline: 'теперь онлайн',
    },
  },
  ar: {
    sections: {
      event: 'الفعاليات',
      statement: 'بيانات',
      video: 'فيديوهات',
      article: 'مقالات',
      campaign: 'حملات',
      toolkit: 'Toolbox',
    },
    when: 'متى',
    elsewhere: 'في أماكن أخرى',
    organisers: 'تنظيم',
    speakers: 'المتحدثون',
    where: 'أين',
    status: 'الحالة',
    languages: 'اللغات',
    register: 'التسجيل',
    join: 'رابط الانضمام',
    livestream: 'البث المباشر',
    programme: 'البرنامج',
    recording: 'التسجيل المرئي',
    slides: 'الشرائح',
    more: 'المزيد',
    allDay: 'طوال اليوم',
    hourNotTold: 'لم تُعلن الساعة',
    notTold: 'لم يُعلن بعد',
    localTime: 'بالتوقيت المحلي في كل مكان',
    doubtful: 'الوقت غير مؤكد؛ راجع صفحة المنظِّم.',
    expected: 'متوقع',
    sessions: 'الأجزاء',
    asOf: 'حتى {moment}. كل شيء بتوقيتك: {url}',
    statuses: {
      cancelled: 'ملغاة',
      postponed: 'مؤجلة',
      rescheduled: 'في موعد جديد',
      movedOnline: 'عبر الإنترنت الآن',
    },
  },
  zh: {
    sections: {
      event: '活动',
      statement: '声明',
      video: '视频',
      article: '文章',
      campaign: 'Campaigns',
      toolkit: 'Toolbox',
    },
    when: '时间',
    elsewhere: '其他地方',
    organisers: '主办方',
    speakers: '主讲人',
    where: '地点',
    status: 'Status',
    languages: '语言',
    register: '报名',
    join: '加入',
    livestream: '直播',
    programme: '议程',
    recording: '录像',
    slides: 'Slides',
    more: '详情',
    allDay: '全天',
    hourNotTold: '具体时间未公布',
    notTold: '尚未公布',
    localTime: '各地当地时间',
    doubtful: '时间尚不确定，请查看主办方的页面。',
    expected: '预计会有',
    sessions: '分场',
    asOf: '更新：{moment}。全部内容按您的时间显示：{url}',
    statuses: { cancelled: '已取消', postponed: '已延期', rescheduled: '已改期', movedOnline: '改为线上' },
  },
}

/** English, for languages that posts are not read in. */
export function postWordsOf(language: string | null): { words: PostWords; locale: string } {
  const name = language?.split('-')[0]?.toLowerCase() ?? 'en'
  const told = words[name]
  if (!told || name === 'en') return { words: english, locale: 'en-GB' }
  return { words: told, locale: `${name}-u-nu-latn` }
}
