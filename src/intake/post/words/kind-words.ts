import type { Kind } from '../../../domain/finding.ts'
import { anyOf } from './word-pattern.ts'

/**
 * What curators call the things they list. One row a language; within a row, regular expression alternatives in
 * the singular. Latin, Cyrillic and Greek words stand alone; the others may carry articles and endings.
 */
const nouns: Record<Kind, Record<string, string>> = {
  event: {
    en: 'webinar|web-?meeting|web-?talk|online event|event|conference|panel discussion|panel|(?:focus )?group discussion|discussion|workshop|round[- ]?table|forum|summit|meeting|community call|open call with|co-?working(?: session)?|meet-?up|talk|keynote|lecture|seminar|symposium|training|tutorial|hackathon|sprint|vigil|march|rally|demonstration|concert|exhibition|screening|premiere|debate|briefing|press conference|dialogue|town ?hall|live-?stream|live session|session|program(?:me)?|festival|fair|ceremony|hangout|office hours|assembly|congress|colloquium|consultation|hearing|book launch|gathering|get-together|celebration|performance|class|course|poster|(?:guided |city |night |history )?walk(?= (?:through|along|around|with))|picnic',
    de: 'webinar|veranstaltung|online-?veranstaltung|konferenz|podiumsdiskussion|podiumsgespräch|diskussion|tagung|vortrag|kundgebung|mahnwache|seminar|treffen|gespräch|lesung|filmabend|online-?konferenz|festakt|fachtag|gedenkfeier|sitzung|schulung|austausch|konzert|ausstellung|führung|stammtisch|tanzcafé',
    fr: "webinaire|visioconférence|conférence|table[- ]ronde|débat|atelier|séminaire|colloque|rencontre|réunion|manifestation|rassemblement|événement|évènement|formation|projection|exposé|veillée|journée d['’]étude|séance|soirée|assemblée|marche|balade(?: \\p{L}+)?|promenade|visite guidée|lecture publique|spectacle|concert",
    es: 'seminario web|seminario virtual|webinario|conferencia|mesa redonda|taller|seminario|foro|encuentro|reunión|evento|charla|conversatorio|coloquio|jornada|manifestación|vigilia|curso|transmisión en vivo|sesión|asamblea|acto|concierto|marcha|concentración|paseo|recorrido|visita guiada|caminata',
    pt: 'webinário|webinar|conferência|mesa[- ]redonda|oficina|seminário|fórum|encontro|reunião|evento|palestra|debate|roda de conversa|colóquio|jornada|curso|vigília|sessão|assembleia|bate-papo|marcha|ato público|sarau|live(?=\\s(?:d[aeo]s?|com|no|na)\\s)|transmissão ao vivo',
    it: 'seminario|conferenza|tavola rotonda|incontro|evento|dibattito|laboratorio|convegno|corso|manifestazione|assemblea',
    nl: 'webinar|bijeenkomst|conferentie|lezing|discussie|workshop|vergadering',
    id: 'webinar|seminar|konferensi|diskusi|lokakarya|pertemuan|acara|pelatihan|rapat',
    ru: 'вебинар|конференция|семинар|круглый стол|встреча|дискуссия|мероприятие|форум|лекция|митинг|трансляция|экскурсия|марафон|показ|прямой эфир|вебинаре|конференции',
    ja: 'セミナー|講演会?|シンポジウム|フォーラム|勉強会|ワークショップ|イベント|上映会|観察会|講座|座談会|説明会|ウェビナー|交流会|集会',
    ar: 'أمسية|مهرجان|احتفال|ملتقى|دورة تدريبية|ندوة|مؤتمر|ورشة|لقاء|اجتماع|حوار|فعالية|محاضرة|جلسة|وقفة',
    zh: '网络研讨会|研讨会|会议|讲座|论坛|座谈会|直播',
  },
  statement: {
    en: 'statement|declaration|message|press release|open letter|joint letter|letter|position paper|communiqu[eé]|appeal|resolution|call to action|manifesto|speech',
    de: 'erklärung|stellungnahme|pressemitteilung|presseerklärung|offener brief|botschaft|aufruf|appell|grußwort|positionspapier',
    fr: 'déclaration|communiqué(?: de presse)?|message|lettre ouverte|appel|prise de position|manifeste|discours',
    es: 'declaración|comunicado|mensaje|carta(?: abierta)?|pronunciamiento|manifiesto|discurso|posicionamiento|llamamiento',
    pt: 'declaração|nota(?! de)|comunicado|mensagem|carta(?: aberta)?|manifesto|discurso|nota pública|posicionamento',
    it: 'dichiarazione|comunicato|messaggio|lettera(?: aperta| ai?(?= )| agli| alle?)|appello|manifesto',
    nl: 'verklaring|persbericht|open brief|boodschap',
    id: 'pernyataan|siaran pers|pesan|surat terbuka',
    ru: 'заявление|обращение|послание|декларация|открытое письмо',
    ar: 'بيان|رسالة|إعلان|نداء|كلمة الأمين',
    zh: '声明|聲明|致辞|公开信|公開信|宣言|新闻稿|新聞稿',
    ja: '声明|談話|メッセージ|プレスリリース|報道発表|公開書簡|要請書|要望書',
    ko: '성명|보도자료|논평|담화문|공개서한',
    fa: 'بیانیه|اطلاعیه مطبوعاتی|نامه سرگشاده',
    he: 'הודעה לעיתונות|הצהרה|גילוי דעת|מכתב גלוי',
    tr: 'basın açıklaması|basın bülteni|bildiri|açık mektup',
    pl: 'oświadczenie|komunikat prasowy|list otwarty',
    uk: 'заява|звернення|прес-?реліз|відкритий лист',
    cs: 'prohlášení|tisková zpráva|otevřený dopis|vyhlásenie|tlačová správa',
    el: 'δήλωση|δελτίο τύπου|ανακοίνωση|ανοιχτή επιστολή',
    sv: 'uttalande|pressmeddelande|pressemelding|pressemeddelelse|udtalelse|öppet brev',
    fi: 'kannanotto|lausunto|tiedote|avoin kirje',
    hu: 'nyilatkozat|sajtóközlemény|nyílt levél',
    ro: 'declarație|comunicat de presă|scrisoare deschisă',
    vi: 'tuyên bố|thông cáo báo chí|thư ngỏ',
    ur: 'مشترکہ بیان|اعلامیہ|پریس ریلیز|کھلا خط|بیان(?=\\s?[:：])',
    hi: 'वक्तव्य|प्रेस विज्ञप्ति|खुला पत्र',
    sw: 'tamko|taarifa kwa vyombo vya habari',
  },
  video: {
    en: 'video|videos? clip|clip|short film|film|documentary|animation|recording',
    de: 'video|videobotschaft|film|kurzfilm|dokumentation|aufzeichnung',
    fr: 'vidéo|film|court[- ]métrage|documentaire',
    es: 'vídeo|video|cortometraje|documental|película',
    pt: 'vídeo|curta-metragem|documentário|filme',
    it: 'video|cortometraggio|documentario|filmato',
    id: 'video|film pendek',
    ru: 'видео|ролик|фильм|видеоролик',
    ja: '動画|映像|ドキュメンタリー',
    ar: 'فيديو|فيلم|شريط مصور',
    zh: '视频|影片|短片|纪录片',
  },
  article: {
    en: 'blog post|blogpost|blog|post|article|op-?ed|opinion piece|commentary|essay|report|paper|study|policy brief|working paper|fact ?sheet|interview|podcast|news story|editorial|analysis|book|publication|data brief|infographic|newsletter',
    de: 'blogbeitrag|blogeintrag|beitrag|artikel|kommentar|bericht|studie|aufsatz|interview|buch|analyse|veröffentlichung|hintergrundpapier',
    fr: 'billet(?: de blog)?|article|tribune|rapport|étude|note|entretien|livre|analyse|dossier',
    es: 'entrada de blog|artículo|columna|informe|estudio|ensayo|entrevista|libro|análisis|nota',
    pt: 'artigo|post|coluna|relatório|estudo|ensaio|entrevista|livro|análise|boletim',
    it: 'articolo|rapporto|studio|saggio|intervista|libro|analisi',
    id: 'artikel|laporan|kajian|wawancara|tulisan',
    ru: 'статья|доклад|отчет|отчёт|исследование|интервью|книга',
    ja: '記事|論文|報告書|ブログ',
    ar: 'مقال|مقالة|تقرير|دراسة|مقابلة|كتاب|تدوينة',
    zh: '文章|报告|研究报告|博客|采访|论文',
  },
  campaign: {
    en: 'campaign|petition|twitter ?storm|tweet ?storm|hashtag|social media action|challenge|action day',
    de: 'kampagne|petition|aktion|mitmachaktion|unterschriftenaktion',
    fr: 'campagne|pétition|mobilisation',
    es: 'campaña|petición|movilización|tuitazo',
    pt: 'campanha|petição|abaixo-assinado|mobilização|tuitaço',
    it: 'campagna|petizione',
    id: 'kampanye|petisi',
    ru: 'кампания|кампанию|петиция|петицию|флешмоб',
    ja: 'キャンペーン|署名',
    ar: 'حملة|عريضة',
    zh: '运动|倡议|请愿',
  },
  toolkit: {
    en: 'tool ?kit|kit|(?:assembly|activity|education|lesson|classroom|teachers?|press|media) pack|tool ?box|handbook|guide|guidebook|resource pack|info(?:rmation)? pack|manual|teaching material|lesson plan|checklist|(?:wellbeing|welcome|action|starter|support|community|school|learning) pack',
    de: 'werkzeugkasten|\\p{L}*koffer(?=\\sfür)|unterrichtsmaterial|handbuch|leitfaden|handreichung|materialsammlung|toolkit|toolbox',
    fr: 'boîte à outils|guide|manuel|trousse|kit pédagogique',
    es: 'caja de herramientas|guía|manual|kit de herramientas',
    pt: 'caixa de ferramentas|guia|manual|kit de ferramentas',
    it: 'cassetta degli attrezzi|guida|manuale',
    id: 'panduan|buku panduan|perangkat|bahan ajar|modul(?: ajar)?',
    ru: 'пособие|руководство|набор инструментов',
    ja: '教材|手引き|ハンドブック|ツールキット',
    ar: 'دليل|حقيبة أدوات|مجموعة أدوات',
    zh: '工具包|手册|指南',
  },
}

const order: Kind[] = ['campaign', 'toolkit', 'statement', 'video', 'event', 'article']

const patterns = Object.fromEntries(order.map(kind => [kind, anyOf(nouns[kind], 'giu')])) as Record<
  Kind,
  RegExp
>

export type KindWord = { kind: Kind; index: number; length: number; word: string }

/** The first word in the text that names a kind, at or after `from`. Of two at one place the longer counts. */
export function kindWord(text: string, from = 0): KindWord | null {
  const first = firstKindWord(text, from)
  // "Campaign toolkit", "Webinar guide": the second of the two says what it is.
  const next =
    first && text[first.index + first.length] === ' '
      ? firstKindWord(text, first.index + first.length + 1)
      : null
  const isOneThing = next?.kind === 'toolkit' && next.index === first!.index + first!.length + 1
  return isOneThing
    ? { ...next, index: first!.index, length: next.index + next.length - first!.index }
    : first
}

function firstKindWord(text: string, from: number): KindWord | null {
  let first: KindWord | null = null
  for (const found of kindWords(text, from)) {
    if (!first || found.index < first.index || (found.index === first.index && found.length > first.length))
      first = found
  }
  return first
}

/** The first word of each kind, at or after `from`. */
function kindWords(text: string, from = 0): KindWord[] {
  const found: KindWord[] = []
  for (const kind of order) {
    const pattern = patterns[kind]
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match) found.push({ kind, index: match.index, length: match[0].length, word: match[0] })
  }
  return found
}

/** Whether the words speak of an event, in the singular or plural. */
export function namesEvent(text: string): boolean {
  return eventAnywhere.test(text)
}

/** Of languages in which no title is taken apart yet; a line of nothing but such a word stays a title. */
const moreEvents: Record<string, string> = {
  sv: 'samtal|föreläsning|seminarium|möte|föredrag|samtale|foredrag|debat(?:t)?|konferens|konferanse|frokostmøte',
  fi: 'seminaari|luento|keskustelu(?:tilaisuus)?|webinaari|työpaja|tapahtuma|konferenssi',
  pl: 'konferencja|spotkanie|wykład|warsztaty|debata|seminarium|webinarium',
  cs: 'beseda|přednáška|konference|setkání|workshop|seminář|diskuse|prednáška|stretnutie',
  hu: 'konferencia|előadás|beszélgetés|műhely|kerekasztal',
  ro: 'conferință|atelier|dezbatere|întâlnire|seminar|masă rotundă',
  tr: 'panel|konferans|söyleşi|atölye|seminer|toplantı|çalıştay',
  el: 'εκδήλωση|συνέδριο|ημερίδα|διάλεξη|εργαστήριο|σεμινάριο|συζήτηση',
  uk: 'вебінар|конференція|семінар|круглий стіл|зустріч|лекція|дискусія|форум',
  ca: 'taller|xerrada|taula rodona|jornada|conferència|trobada|seminari',
  vi: 'hội thảo|tọa đàm|toạ đàm|hội nghị|buổi nói chuyện',
  sw: 'mkutano|kongamano|warsha|semina|mdahalo',
  ko: '세미나|강연|토론회|포럼|워크숍|심포지엄|간담회|웨비나',
  fa: 'نشست|همایش|کارگاه|سخنرانی|وبینار|کنفرانس',
  he: 'כנס|הרצאה|סדנה|וובינר|ערב עיון|יום עיון|מפגש',
  hi: 'संगोष्ठी|वेबिनार|सम्मेलन|कार्यशाला|जन-सुनवाई|चर्चा',
}

const eventAnywhere = anyOf(
  Object.fromEntries(
    Object.entries({ ...nouns.event, ...moreEvents }).map(([language, words]) => [
      language,
      `(?:${words})(?:s|es|e|en|i|n)?`,
    ]),
  ),
  'iu',
)
