import { fold } from './fold.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'
import { type ZoneFound, zone } from './zone-offsets.ts'

/** How peoples call the time of their own country or capital: the beginnings of its names, endings left off. */
const table = `
Europe/Sofia: българск софийск
Europe/Belgrade: beogradsk београдск srpsk српск srbij србиј kosov prishtin
Europe/Zagreb: zagreback hrvatsk
Europe/Sarajevo: sarajevsk bosansk сарајевск
Europe/Ljubljana: ljubljansk
Europe/Bratislava: bratislavsk
Europe/Prague: prazsk cesk
Europe/Skopje: скопск македонск
Europe/Podgorica: crnogorsk podgorick
Europe/Budapest: budapesti magyar magyarorszag
Europe/Berlin: stredoevropsk stredoeuropsk srednjeevropsk srednjoeuropsk centralnoevropsk средњоевропск средњеевропск средноевропск централноевропск среднеевропейск центральноевропейск центральноєвропейськ kozep-europai srodkowoeuropejsk
Europe/Helsinki: източноевропейск східноєвропейськ восточноевропейск источноевропск istocnoevropsk istocnoeuropsk vychodoevropsk vychodoeuropsk kelet-europai wschodnioeuropejsk austrumeiropas
Europe/Moscow: маскоўск московськ московск
Europe/Bucharest: bucurest romani
Europe/Chisinau: chisinau moldov
Europe/Tirane: tiran shqiper
Europe/Istanbul: turkiye istanbul
Europe/Kyiv: київськ киевск украинск
Europe/Minsk: мінск беларус
Asia/Yerevan: երևան երեւան հայաստան
Asia/Tbilisi: თბილის საქართველო
Asia/Baku: baki azərbaycan
Asia/Almaty: астана алматы қазақстан astana almaty
Asia/Bishkek: бишкек кыргызстан
Asia/Tashkent: toshkent тошкент ўзбекистон ozbekiston zbekiston
Asia/Dushanbe: душанбе тоҷикистон
Asia/Ashgabat: asgabat turkmenistan
Asia/Ulaanbaatar: улаанбаатар монгол
Asia/Tehran: تهران ایران
Asia/Kabul: کابل افغانستان
Asia/Karachi: پاکستان کراچی لاہور पाकिस्तान pakistan
Asia/Kolkata: भारत ভারত இந்திய భారత ಭಾರತ ഇന്ത്യ ભારત ਭਾਰਤ ଭାରତ بھارت ہندوستان ඉන්දිය
Asia/Dhaka: বাংলাদেশ ঢাকা बांग्लादेश
Asia/Kathmandu: नेपाल काठमाडौं काठमांडू
Asia/Manila: maynila pilipinas
Asia/Colombo: இலங்கை ලංකා කොළඹ
Asia/Yangon: မြန်မာ ရန်ကုန်
Asia/Bangkok: ประเทศไทย ไทย กรุงเทพ
Asia/Vientiane: ລາວ ວຽງຈັນ
Asia/Phnom_Penh: កម្ពុជា ភ្នំពេញ
Africa/Addis_Ababa: የኢትዮጵያ ኢትዮጵያ አዲስ በኢትዮጵያ በአዲስ
Africa/Asmara: ኤርትራ ብኤርትራ
Africa/Lagos: najeriya nijeriya naijiria
Africa/Niamey: nijar
Africa/Mogadishu: muqdisho soomaali
Africa/Johannesburg: ningizimu saseningizimu eningizimu iningizimu suid-afrika mzansi
Africa/Kigali: kigali rwanda
America/Port-au-Prince: ayiti potoprens
America/Asuncion: paraguai
Asia/Jerusalem: ישראל ירושלים
Africa/Casablanca: المغرب
Asia/Riyadh: مكة السعودية
`

const stems = new Map<string, [stem: string, zone: string][]>()
for (const line of table.trim().split('\n')) {
  const [name = '', words = ''] = line.split(': ')
  for (const word of words.split(' ')) {
    const stem = letters(word)
    stems.set(stem.slice(0, 2), [...(stems.get(stem.slice(0, 2)) ?? []), [stem, name]])
  }
}

function letters(word: string): string {
  return fold(word).normalize('NFC').replaceAll(' ', '')
}

const setOf = (words: string) => new Set(words.split(' ').map(letters))

const behind = setOf(
  'vaqti vaqtida vaxti vaxtila vaxtı уақыты уақытымен уақытында убактысы убакыт вақти вақт wagty време времето времену vreme vremenu время времени временем часом casu cas idő tyd ժամանակով ժամանակ დროით დრო समय समयानुसार समयअनुसार वेळ वेळेनुसार वेळेप्रमाणे সময় সময়ে সময়ানুযায়ী நேரம் நேரப்படி సమయం కాలమానం ಸಮಯ ಕಾಲಮಾನ സമയം સમય ਸਮਾਂ ਸਮੇਂ ସମୟ වේලාව වේලාවෙන් වේලාවට وقت وخت ٹائم цагаар saatiyle saati vrijeme vrijemenu вријеме ordua laiks laikas laiku aeg aika ajan lokaci ਵੇਲਾ సమయంకి సమయానికి ಸಮಯಕ್ಕೆ цаг цагт standaardtyd ሰዓት စံတော်ချိန် အချိန် ordua',
)
const before = setOf(
  'вақти соати ora oren waktu agogon lokacin waqtiga saacadda lè oras เวลา ເວລາ ម៉ោង gio час време время שעון وقت توقيت بتوقيت horo isikhathi',
)
const between = setOf(
  'standard standart standardno standardni standardny standardowy standarde standardni стандардно стандартно стандартным стандартний стандартны стандарт летње летно лятно летним літнім зимним зимно часово ljetno letnje poletni letni letny zimni nyári téli ստանդարտ სტანდარტული प्रमाण মানক நிலையான ప్రామాణిక ಪ್ರಮಾಣಿತ സ്റ്റാൻഡേർഡ് માનક ਮਿਆਰੀ ମାନକ عادی رسمی اسٹینڈرڈ معیاری मानक প্রমাণ মান স্থানীয় स्थानीय کے کا کی مطابق په به ilə ile seanse afrikaanse afrika lanka e i të në se za ya ng sa ប្រទេស នៅ ປະເທດ ใน',
)

/** "Երևանի ժամանակով", "po beogradskom vremenu", "ora e Prishtinës", "เวลาประเทศไทย", "د کابل په وخت". */
export function homeTimeAt(tokens: Token[], at: number): ZoneFound {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (before.has(token.text)) {
    const here = past(tokens, at + 1)
    const home = zoneOfHome(tokens, here)
    return home && { part: zone(tokens[here]?.raw ?? '', 'place', [{ zone: home.zone }]), to: home.to }
  }
  // Afrikaans "SA-tyd"
  if (token.raw === 'SA' && isMark(tokens[at + 1], '-') && isWord(tokens[at + 2], 'tyd'))
    return { part: zone('SA', 'place', [{ zone: 'Africa/Johannesburg' }]), to: at + 3 }
  const home = zoneOfHome(tokens, at)
  if (!home) return null
  const dash = isMark(tokens[home.to], '-') && !tokens[home.to]?.spaced ? home.to + 1 : home.to
  const to = past(tokens, dash)
  if (tokens[to]?.kind !== 'word' || !behind.has(tokens[to]?.text ?? '')) return null
  return { part: zone(token.raw, 'place', [{ zone: home.zone }]), to: timeEnd(tokens, to + 1) }
}

/** "(Toshkent)", "(Мінск)": a home alone. */
export function homeAt(tokens: Token[], at: number): ZoneFound {
  const home = zoneOfHome(tokens, at)
  return home && { part: zone(tokens[at]?.raw ?? '', 'place', [{ zone: home.zone }]), to: home.to }
}

/** "… vaqti", "… времену", "agogon …": words that say that a time is of somewhere, known or not. */
export function tellsHome(first: Token | undefined, last: Token | undefined): boolean {
  return (
    (last?.kind === 'word' && behind.has(last.text)) ||
    (first?.kind === 'word' && first.raw.length > 2 && before.has(first.text))
  )
}

function past(tokens: Token[], at: number): number {
  let here = at
  while (here < at + 2 && tokens[here]?.kind === 'word' && between.has(tokens[here]?.text ?? '')) here++
  return here
}

/** "vaxtı ilə", "idő szerint", "وقت کے مطابق". */
function timeEnd(tokens: Token[], at: number): number {
  if (isWord(tokens[at], 'szerint', 'boyicha', 'boyunca') || isWord(tokens[at], letters('ilə'))) return at + 1
  return isWord(tokens[at], 'کے') && isWord(tokens[at + 1], 'مطابق') ? at + 2 : at
}

/** The word at `at` begins like a home, and only an ending follows. */
function zoneOfHome(tokens: Token[], at: number): { zone: string; to: number } | null {
  if (tokens[at]?.kind !== 'word') return null
  const dashed = isMark(tokens[at + 1], '-') && !tokens[at + 1]?.spaced && tokens[at + 2]?.kind === 'word'
  for (const to of dashed ? [at + 3, at + 1] : [at + 1]) {
    const word = tokens
      .slice(at, to)
      .map(token => (token.kind === 'word' ? token.text : ''))
      .join('')
    const known = (stems.get(word.slice(0, 2)) ?? []).find(
      ([stem]) => word.startsWith(stem) && word.length - stem.length <= 6,
    )
    if (known) return { zone: known[1], to }
  }
  return null
}
