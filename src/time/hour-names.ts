import { fold } from './fold.ts'

/** Names of the hours from one on, in the case that stands behind the words below; variants by `|`. */
export const names: Record<string, string> = {
  pl: 'pierwszej|pierwsza drugiej|druga trzeciej|trzecia czwartej|czwarta piatej|piata szostej|szosta siodmej|siodma osmej|osma dziewiatej|dziewiata dziesiatej|dziesiata jedenastej|jedenasta dwunastej|dwunasta trzynastej czternastej pietnastej szesnastej siedemnastej osiemnastej dziewietnastej dwudziestej',
  uk: 'першу|першій|перша другу|другій|друга третю|третій|третя четверту|четвертій|четверта пяту|пятій|пята шосту|шостій|шоста сьому|сьомій|сьома восьму|восьмій|восьма девяту|девятій|девята десяту|десятій|десята одинадцяту|одинадцятій|одинадцята дванадцяту|дванадцятій|дванадцята',
  cs: 'jedne|jednu druhe|dve treti|tri ctvrte|ctyri pate|pet seste|sest sedme|sedm osme|osm devate|devet desate|deset jedenacte|jedenact dvanacte|dvanact',
  sk: 'jednej druhej tretej stvrtej piatej siestej siedmej osmej deviatej desiatej jedenastej dvanastej',
  sl: 'enih dveh treh stirih petih sestih sedmih osmih devetih desetih enajstih dvanajstih',
  hr: 'jedan dva tri cetiri pet sest sedam osam devet deset jedanaest dvanaest',
  hu: 'egy ketto harom negy ot hat het nyolc kilenc tiz tizenegy tizenketto',
  fi: 'yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan kymmenen yksitoista kaksitoista',
  da: 'et|ett to tre fire fem seks syv|sju otte|atte ni ti elleve tolv',
  de: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  tr: 'bir iki uc dort bes alti yedi sekiz dokuz on onbir oniki',
  el: 'μια|μία δυο|δύο τρεις τεσσερις πεντε εξι επτα|εφτα οκτω|οχτω εννια|εννέα δεκα εντεκα|ενδεκα δωδεκα',
  he: 'אחת|באחת שתיים|בשתיים שלוש|בשלוש ארבע|בארבע חמש|בחמש שש|בשש שבע|בשבע שמונה|בשמונה תשע|בתשע עשר|בעשר אחתעשרה שתיםעשרה',
  hi: 'एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ दस ग्यारह बारह',
} // biome-ignore format: a table

/** Words before the hour, and the minutes they add to it. */
export const openings: Record<string, [string, number][]> = {
  pl: [['wpol do', -30], ['kwadrans po', 15], ['za kwadrans', -15], ['o', 0]],
  uk: [['пів на', -30], ['чверть на', -45], ['за чверть', -15], ['о', 0], ['об', 0]],
  cs: [['pul', -30], ['ctvrt na', -45], ['tri ctvrte na', -15], ['v', 0], ['ve', 0]],
  sk: [['pol', -30]],
  sl: [['pol', -30]],
  hr: [['pola', -30], ['u', 0]],
  hu: [['fel', -30], ['negyed', -45], ['haromnegyed', -15]],
  fi: [['puoli', -30], ['varttia vaille', -15], ['varttia yli', 15]],
  da: [['halv', -30], ['kvart over', 15], ['kvart pa', -15]],
  de: [['dreiviertel', -15], ['drei viertel', -15], ['viertel', -45]],
  es: [['cuarto para las', -15], ['cuarto para la', -15], ['diez para las', -10], ['veinte para las', -20], ['cinco para las', -5]],
  el: [['στις', 0], ['στη', 0]],
  hi: [[fold('साढ़े'), 30], [fold('सवा'), 15], [fold('पौने'), -15]],
} // biome-ignore format: a table

/** Words behind the hour, and the minutes they add. */
export const endings: Record<string, [string, number][]> = {
  tr: [['bucuk', 30], ['bucukta', 30]],
  el: [['και μιση', 30], ['και τεταρτο', 15], ['παρα τεταρτο', -15]],
  he: [['וחצי', 30], ['ורבע', 15]],
} // biome-ignore format: a table

/** Greek says half an hour within the word: "επτάμισι". */
export const greekHalves = new Map(
  'μιαμισι δυομισι τρεισημισι τεσσερισημισι πεντεμισι εξιμισι επταμισι|εφταμισι οκτωμισι|οχτωμισι εννιαμισι δεκαμισι εντεκαμισι δωδεκαμισι'
    .split(' ')
    .flatMap((words, at) => words.split('|').map((word): [string, number] => [word, at + 1])),
)
