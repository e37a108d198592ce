import { fold } from './fold.ts'
import { withEndings } from './month-endings.ts'
import { type Calendar, otherMonths } from './other-calendars.ts'
import { markedMonths, shortMonths } from './short-months.ts'
import { worldDays, worldMonths, worldWeekdays } from './world-calendar-words.ts'

/** What a word of the calendar means. `short` marks an abbreviation, which counts only beside a number. */
export type CalendarWord = {
  value: number
  languages: string[]
  short: boolean
  calendar?: Calendar
  /** It may be another word: believed beside a weekday, a year or with its stop. */
  wary?: true
}

/** 1 to 12 (13 in Ethiopia). The key may be several words ("كانون الاول", "rabi al awwal"). */
export function monthOf(folded: string): CalendarWord | undefined {
  return months.get(folded)
}

/** A month by its name as it is written, where its marks tell it from another: "जन", "जून". */
export function markedMonthOf(raw: string): CalendarWord | undefined {
  return marked.get(raw)
}

/** Whether a month of several words may begin with this one. */
export function opensLongMonth(folded: string): boolean {
  return longMonths.has(folded)
}

/** Whether a weekday of two words may begin with this one: "thứ", "יום", "سه". */
export function opensLongWeekday(folded: string): boolean {
  return longWeekdays.has(folded)
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(folded: string): CalendarWord | undefined {
  return weekdays.get(folded)
}

/** Days from the day of publication: "today" 0, "mañana" 1. */
export function relativeDayOf(folded: string): CalendarWord | undefined {
  return relativeDays.get(folded)
}

/** Full names, then `/`, then abbreviations; months or days are separated by spaces, variants by `|`. */
const monthTable: Record<string, string> = {
  en: 'january february march april may june july august september october november december / jan feb mar apr - jun jul aug sep|sept oct nov dec',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre / janv fev|fevr - avr - - juil - sept|sep oct nov dec',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre / ene feb mar abr may jun jul ago sep|sept|set oct nov dic',
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro / jan fev mar abr mai jun jul ago set out nov dez',
  de: 'januar|janner|jaenner februar|feber marz|maerz april mai juni juli august september oktober november dezember / jan feb mrz|mar apr - jun jul aug sep|sept okt nov dez',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre / gen feb mar apr mag giu lug ago set ott nov dic',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december / jan feb mrt apr - jun jul aug sep|sept okt nov dec',
  id: 'januari februari maret april mei juni juli agustus september oktober november|nopember desember / jan feb mar apr - jun jul agu|agt sep okt nov des',
  ms: 'januari februari mac april mei jun julai ogos september oktober november disember / jan feb mac apr - jun jul ogo sep|sept okt nov dis',
  ru: 'января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь / янв фев|февр мар апр - июн июл авг сен|сент окт ноя|нояб дек',
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  ar: 'يناير فبراير مارس ابريل|أبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'ar-SY':
    'كانون_الثاني شباط آذار|اذار نيسان أيار|ايار حزيران تموز آب|اب أيلول|ايلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'ar-DZ': 'جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -',
  'ar-MA': '- - - - ماي - يوليوز غشت شتنبر - نونبر دجنبر',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia / sty lut - kwi - cze - - wrz paz lis gru',
  tr: 'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december / jan feb - apr - - - aug sep|sept okt nov dec',
  da: 'januar februar marts april maj juni juli august september oktober november december / jan feb mar apr - jun jul aug sep|sept okt nov dec',
  tl: 'enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre / ene peb mar abr - - - ago set okt nob dis',
  el: 'ιανουαριου|ιανουαριος φεβρουαριου|φεβρουαριος μαρτιου|μαρτιος απριλιου|απριλιος μαιου|μαιος ιουνιου|ιουνιος ιουλιου|ιουλιος αυγουστου|αυγουστος σεπτεμβριου|σεπτεμβριος οκτωβριου|οκτωβριος νοεμβριου|νοεμβριος δεκεμβριου|δεκεμβριος / ιαν φεβ|φεβρ μαρ|μαρτ απρ - ιουν ιουλ αυγ σεπ|σεπτ οκτ νοε|νοεμ δεκ',
  hi: 'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  cs: 'ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie / ian feb|febr - apr - iun iul aug sep|sept oct nov dec',
  hu: 'januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december / jan febr marc apr maj jun jul aug szept okt nov dec',
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  no: 'januar februar mars april mai juni juli august september oktober november desember / jan feb mar apr - jun jul aug sep|sept okt nov des',
  sw: 'januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba',
  ca: 'gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre',
  gl: 'xaneiro febreiro marzo abril maio xuno xullo agosto setembro outubro novembro decembro',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември',
  mk: 'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  sr: 'јануар|јануара фебруар|фебруара март|марта април|априла мај|маја јун|јуна јул|јула август|августа септембар|септембра октобар|октобра новембар|новембра децембар|децембра',
  'sr-Latn':
    'januar|januara februar|februara mart|marta april|aprila maj|maja jun|juna jul|jula avgust|avgusta septembar|septembra oktobar|oktobra novembar|novembra decembar|decembra',
  hr: 'sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga|studenog prosinca',
  sl: 'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra',
  sk: 'januara|januar februara|februar marca|marec aprila|april maja|maj juna|jun jula|jul augusta|august septembra oktobra novembra decembra',
  be: 'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  lt: 'sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio rugsejo spalio lapkricio gruodzio',
  lv: 'janvaris|janvari februaris|februari marts|marta aprilis|aprili maijs|maija junijs|junija julijs|julija augusts|augusta septembris|septembri oktobris|oktobri novembris|novembri decembris|decembri',
  et: 'jaanuar|jaanuaril veebruar|veebruaril marts|martsil aprill|aprillil mai|mail juuni|juunil juuli|juulil august|augustil september|septembril oktoober|oktoobril november|novembril detsember|detsembril',
  is: 'januar februar mars april mai juni juli agust september oktober november desember / jan feb mar apr - jun jul agu sep|sept okt nov des',
  sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor',
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  he: 'ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  ur: 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  'fa-Latn': 'ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر',
  // Without its marks Bengali June is "persons".
  bn: 'জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে - জুলাই আগস্ট|আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
  mr: 'जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर',
  ne: 'जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर',
  gu: 'જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ|ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર|ઓક્ટોબર નવેમ્બર ડિસેમ્બર',
  pa: 'ਜਨਵਰੀ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ',
  ta: 'ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்',
  te: 'జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్',
  kn: 'ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್',
  ml: 'ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ',
  th: 'มกราคม|ม.ค. กุมภาพันธ์|ก.พ. มีนาคม|มี.ค. เมษายน|เม.ย. พฤษภาคม|พ.ค. มิถุนายน|มิ.ย. กรกฎาคม|ก.ค. สิงหาคม|ส.ค. กันยายน|ก.ย. ตุลาคม|ต.ค. พฤศจิกายน|พ.ย. ธันวาคม|ธ.ค.',
  ka: 'იანვარი|იანვარს თებერვალი|თებერვალს მარტი|მარტს აპრილი|აპრილს მაისი|მაისს ივნისი|ივნისს ივლისი|ივლისს აგვისტო|აგვისტოს სექტემბერი|სექტემბერს ოქტომბერი|ოქტომბერს ნოემბერი|ნოემბერს დეკემბერი|დეკემბერს',
  hy: 'հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր',
}

const weekdayTable: Record<string, string> = {
  en: 'monday tuesday wednesday thursday friday saturday sunday / mon tue|tues wed|weds thu|thur|thurs fri sat sun',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche / lun mar mer jeu ven sam dim',
  es: 'lunes martes miercoles jueves viernes sabado domingo / lun mar mie jue vie sab dom',
  pt: 'segunda terca quarta quinta sexta sabado domingo / seg ter qua qui sex sab dom',
  de: 'montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag / mo di mi do fr sa so',
  it: 'lunedi martedi mercoledi giovedi venerdi sabato domenica / lun mar mer gio ven sab dom',
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag / ma di wo do vr za zo',
  id: 'senin selasa rabu kamis jumat sabtu minggu|ahad / sen sel rab kam jum sab min',
  ru: 'понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье / пн вт ср чт пт сб вс',
  uk: 'понеділок вівторок середа|середу четвер пятниця|пятницю субота|суботу неділя|неділю / пн вт ср чт пт сб нд',
  ar: 'الإثنين|الاثنين|اثنين الثلاثاء|ثلاثاء الأربعاء|اربعاء الخميس|خميس الجمعة|جمعة السبت الأحد|احد',
  pl: 'poniedzialek wtorek sroda|srode czwartek piatek sobota|sobote niedziela|niedziele / pon - - czw - sob niedz',
  tr: 'pazartesi sali carsamba persembe cuma cumartesi pazar',
  sv: 'mandag tisdag onsdag torsdag fredag lordag sondag / man tis ons tors|tor fre lor son',
  da: 'mandag tirsdag onsdag torsdag fredag lordag sondag / man tirs ons tors fre lor son',
  tl: 'lunes martes miyerkules|miyerkoles huwebes biyernes sabado linggo',
  el: 'δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη / δευ τρι τετ πεμ παρ σαβ κυρ',
  hi: 'सोमवार मंगलवार बुधवार गुरुवार|गुरूवार शुक्रवार शनिवार रविवार',
  ca: 'dilluns dimarts dimecres dijous divendres dissabte diumenge',
  ro: 'luni marti miercuri joi vineri sambata duminica',
  hu: 'hetfo|hetfon kedd|kedden szerda|szerdan csutortok|csutortokon pentek|penteken szombat|szombaton vasarnap',
  fi: 'maanantai|maanantaina tiistai|tiistaina keskiviikko|keskiviikkona torstai|torstaina perjantai|perjantaina lauantai|lauantaina sunnuntai|sunnuntaina',
  cs: 'pondeli utery streda|stredu ctvrtek patek sobota|sobotu nedele|nedeli',
  sk: 'pondelok utorok streda|stredu stvrtok piatok sobota|sobotu nedela|nedelu',
  sl: 'ponedeljek torek sreda|sredo cetrtek petek sobota|soboto nedelja|nedeljo',
  hr: 'ponedjeljak utorak srijeda|srijedu cetvrtak petak subota|subotu nedjelja|nedjelju',
  sr: 'понедељак уторак среда|среду четвртак петак субота|суботу недеља|недељу',
  bg: 'понеделник вторник сряда четвъртък петък събота неделя',
  lt: 'pirmadienis|pirmadieni antradienis|antradieni treciadienis|treciadieni ketvirtadienis|ketvirtadieni penktadienis|penktadieni sestadienis|sestadieni sekmadienis|sekmadieni',
  lv: 'pirmdiena|pirmdien otrdiena|otrdien tresdiena|tresdien ceturtdiena|ceturtdien piektdiena|piektdien sestdiena|sestdien svetdiena|svetdien',
  et: 'esmaspaev|esmaspaeval teisipaev|teisipaeval kolmapaev|kolmapaeval neljapaev|neljapaeval reede|reedel laupaev|laupaeval puhapaev|puhapaeval',
  ur: '- - - - - - اتوار',
  fa: 'دوشنبه - چهارشنبه پنجشنبه جمعه - یکشنبه',
  bn: 'সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার',
  mr: 'सोमवार मंगळवार बुधवार गुरुवार शुक्रवार शनिवार रविवार',
  te: 'సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం',
  ta: 'திங்கள்|திங்கட்கிழமை செவ்வாய்|செவ்வாய்க்கிழமை புதன்|புதன்கிழமை வியாழன்|வியாழக்கிழமை வெள்ளி|வெள்ளிக்கிழமை சனி|சனிக்கிழமை ஞாயிறு|ஞாயிற்றுக்கிழமை',
  ka: 'ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი -',
  hy: 'երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ - կիրակի',
  am: 'ሰኞ ማክሰኞ|ማክሰኛ ረቡዕ|ረቡእ ሐሙስ|ሀሙስ ዓርብ|አርብ ቅዳሜ እሑድ|እሁድ',
  sw: 'jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili',
}

const relativeTable: Record<string, string> = {
  en: 'today 0 tonight 0 todays 0 tomorrow 1 tomorrows 1 yesterday -1',
  fr: 'demain 1 hier -1 aujourdhui 0',
  es: 'hoy 0 manana 1 ayer -1',
  pt: 'hoje 0 amanha 1 ontem -1',
  de: 'heute 0 morgen 1 ubermorgen 2 gestern -1',
  it: 'oggi 0 stasera 0 domani 1 dopodomani 2 ieri -1',
  nl: 'vandaag 0 vanavond 0 vanmiddag 0 overmorgen 2 gisteren -1',
  id: 'besok 1 lusa 2 kemarin -1',
  tl: 'bukas 1 ngayon 0 ngayong 0 mamayang 0 kahapon -1',
  ru: 'сегодня 0 завтра 1 послезавтра 2 вчера -1',
  uk: 'сьогодні 0 післязавтра 2 вчора -1',
  ar: 'اليوم 0 الليلة 0 غدا 1 أمس -1',
  zh: '今天 0 明天 1 后天 2 後天 2 昨天 -1 今晚 0 今晩 0 今夜 0 明晚 1 今日 0 明日 1 昨日 -1',
  ko: '오늘 0 내일 1 모레 2 어제 -1',
  tr: 'bugun 0 yarin 1 dun -1',
  el: 'σημερα 0 αυριο 1 μεθαυριο 2 αποψε 0 χθες -1',
  sw: 'kesho 1 jana -1',
  pl: 'jutro 1 dzis 0 dzisiaj 0 pojutrze 2 wczoraj -1',
  cs: 'zitra 1 dnes 0 pozitri 2 vcera -1',
  sk: 'zajtra 1 pozajtra 2',
  sl: 'jutri 1',
  bg: 'утре 1 днес 0',
  sr: 'сутра 1 данас 0',
  hu: 'holnap 1 holnaputan 2',
  fi: 'huomenna 1 tanaan 0 ylihuomenna 2',
  sv: 'imorgon 1 idag 0 ikvall 0',
  ro: 'azi 0 diseara 0 poimaine 2',
  lt: 'rytoj 1 siandien 0',
  he: 'מחר 1 מחרתיים 2 הערב 0',
  fa: 'فردا 1 امروز 0 امشب 0',
  hi: 'आज 0',
  bn: 'আগামীকাল 1 আজ 0',
  ta: 'நாளை 1 இன்று 0',
  th: 'พรุ่งนี้ 1 วันนี้ 0 คืนนี้ 0 มะรืนนี้ 2',
  ms: 'esok 1',
  am: 'ነገ 1 ዛሬ 0',
}

const months = new Map<string, CalendarWord>()
const weekdays = new Map<string, CalendarWord>()
const relativeDays = new Map<string, CalendarWord>()

function fill(words: Map<string, CalendarWord>, table: Record<string, string>): void {
  for (const [language, line] of Object.entries(table)) {
    for (const [half, names] of line.split(' / ').entries()) {
      for (const [at, variants] of names.trim().split(/\s+/).entries()) {
        for (const variant of variants.split('|')) add(words, variant, at + 1, language, half === 1)
      }
    }
  }
}

function add(
  words: Map<string, CalendarWord>,
  name: string,
  value: number,
  language: string,
  short: boolean,
  calendar?: Calendar,
): void {
  if (name === '-') return
  const key = fold(name.replace(/_/g, ' ')).normalize('NFC')
  const known = words.get(key)
  if (known && known.value !== value) return
  if (known) known.languages.push(language.slice(0, 2))
  words.set(key, known ?? { value, languages: [language.slice(0, 2)], short, ...(calendar && { calendar }) })
}

fill(months, monthTable)
fill(months, worldMonths)
fill(months, withEndings({ ...monthTable, ...worldMonths }))
for (const [language, line] of Object.entries(shortMonths)) {
  for (const [at, variants] of line.split(' ').entries())
    for (const name of variants.split('|')) {
      const isNew = !months.has(fold(name).normalize('NFC'))
      add(months, name, at + 1, language, true)
      const word = months.get(fold(name).normalize('NFC'))
      if (isNew && word) word.wary = true
    }
}
const marked = new Map<string, CalendarWord>()
for (const [language, line] of Object.entries(markedMonths)) {
  for (const [at, variants] of line.split(' ').entries()) {
    const isLong = at === 5
    for (const name of variants.split('|'))
      if (name !== '-')
        marked.set(name.normalize('NFC'), {
          value: at + 1,
          languages: [language],
          short: !isLong,
          ...(!isLong && { wary: true as const }),
        })
  }
}
for (const [calendar, language, names] of otherMonths) {
  for (const [at, variants] of names.split(' ').entries())
    for (const name of variants.split('|')) add(months, name, at + 1, language, false, calendar)
}
const longMonths = new Set([...months.keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!))
fill(weekdays, weekdayTable)
fill(weekdays, worldWeekdays)
const longWeekdays = new Set(
  [...weekdays.keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!),
)
for (const [language, line] of [...Object.entries(relativeTable), ...Object.entries(worldDays)]) {
  for (const [, name = '', days = '0'] of line.matchAll(/(\S+) (-?\d)/g)) {
    // Those of several words are in `long-days.ts`.
    if (!/[_~]/.test(name)) add(relativeDays, name, Number(days), language, false)
  }
}
