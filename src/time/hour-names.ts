/** Names of the hours from one on, in the case that stands behind the words below; variants by `|`. */
export const names: Record<string, string> = {
  pl: 'pierwszej|pierwsza drugiej|druga trzeciej|trzecia czwartej|czwarta piatej|piata szostej|szosta siodmej|siodma osmej|osma dziewiatej|dziewiata dziesiatej|dziesiata jedenastej|jedenasta dwunastej|dwunasta trzynastej czternastej pietnastej szesnastej siedemnastej osiemnastej dziewietnastej dwudziestej',
  uk: 'першу|першій|перша другу|другій|друга третю|третій|третя четверту|четвертій|четверта пяту|пятій|пята шосту|шостій|шоста сьому|сьомій|сьома восьму|восьмій|восьма девяту|девятій|девята десяту|десятій|десята одинадцяту|одинадцятій|одинадцята дванадцяту|дванадцятій|дванадцята',
  cs: 'jedne|jednu druhe|dve|dvou treti|tri ctvrte|ctyri|ctyr pate|pet|peti seste|sest|sesti sedme|sedm|sedmi osme|osm|osmi devate|devet|deviti desate|deset|desiti jedenacte|jedenact|jedenacti dvanacte|dvanact|dvanacti',
  sk: 'jednej druhej tretej stvrtej piatej siestej siedmej osmej deviatej desiatej jedenastej dvanastej',
  sl: 'enih dveh treh stirih petih sestih sedmih osmih devetih desetih enajstih dvanajstih',
  hr: 'jedan dva tri cetiri pet sest sedam osam devet deset jedanaest dvanaest',
  hu: 'egy ketto harom negy ot hat het nyolc kilenc tiz tizenegy tizenketto',
  fi: 'yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan kymmenen yksitoista kaksitoista',
  da: 'et|ett to tre fire fem seks syv|sju otte|atte ni ti elleve tolv',
  de: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  tr: 'bir|birde iki|ikide uc|ucte dort|dortte bes|beste alti|altida yedi|yedide sekiz|sekizde dokuz|dokuzda on|onda onbir|onbirde oniki|onikide',
  el: 'μια|μία δυο|δύο τρεις τεσσερις πεντε εξι επτα|εφτα οκτω|οχτω εννια|εννέα δεκα εντεκα|ενδεκα δωδεκα',
  he: 'אחת|באחת שתיים|בשתיים שלוש|בשלוש ארבע|בארבע חמש|בחמש שש|בשש שבע|בשבע שמונה|בשמונה תשע|בתשע עשר|בעשר אחתעשרה שתיםעשרה',
  hi: 'एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ दस ग्यारह बारह',
  be: 'першай другой трэцяй чацвёртай пятай шостай сёмай восьмай дзявятай дзясятай адзінаццатай дванаццатай',
  mk: 'еден два три четири пет шест седум осум девет десет единаесет дванаесет',
  et: 'uks kaks kolm neli viis kuus seitse kaheksa uheksa kumme uksteist kaksteist',
  mr: 'एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा',
  ne: 'एक दुई तीन चार पाँच छ सात आठ नौ दश एघार बाह्र',
  ur: 'ایک دو تین چار پانچ چھ|چھے سات آٹھ نو دس گیارہ بارہ',
  bn: 'একটা|একটায় দুইটা|দুটো|দুইটায় তিনটা|তিনটে|তিনটায় চারটা|চারটে|চারটায় পাঁচটা|পাঁচটায় ছয়টা|ছটা|ছয়টায় সাতটা|সাতটায় আটটা|আটটায় নয়টা|নটা|নয়টায় দশটা|দশটায় এগারোটা|এগারোটায় বারোটা|বারোটায়',
  gu: 'એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ દસ અગિયાર બાર',
  pa: 'ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ ਦਸ ਗਿਆਰਾਂ ਬਾਰਾਂ',
  fa: 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده',
  bg: 'един|една два|две три четири пет шест седем осем девет десет единадесет|единайсет дванадесет|дванайсет',
  sr: 'један|једну два|две три четири пет шест седам осам девет десет једанаест дванаест',
  'sr-Latn': 'jedan|jednu dva tri cetiri pet sest sedam osam devet deset jedanaest dvanaest',
  ro: 'unu|una doua trei patru cinci sase sapte opt noua zece unsprezece douasprezece',
  sq: 'nje dy tre kater pese gjashte shtate tete nente dhjete njembedhjete dymbedhjete',
  hy: 'մեկն երկուսն երեքն չորսն հինգն վեցն յոթն ութն իննն տասն տասնմեկն տասներկուսն',
  ka: 'პირველის ორის სამის ოთხის ხუთის ექვსის შვიდის რვის ცხრის ათის თერთმეტის თორმეტის',
  az: 'birin ikinin ucun dordun besin altinin yeddinin səkkizin doqquzun onun onbirin onikinin',
  'az, at': 'birdə ikidə üçdə dörddə beşdə altıda yeddidə səkkizdə doqquzda onda onbirdə onikidə',
  'uz, at': 'birda ikkida uchda tortda beshda oltida yettida sakkizda toqqizda onda onbirda onikkida',
  'kk, at': 'бірде екіде үште төртте бесте алтыда жетіде сегізде тоғызда онда онбірде онекіде',
  kk: 'бір екі үш төрт бес алты жеті сегіз тоғыз он онбір онекі',
  uz: 'bir ikki uch tort besh olti yetti sakkiz toqqiz on',
  yo: 'kan meji meta merin marun mefa meje mejo mesan mewa mokanla mejila',
  ha: 'daya biyu uku hudu biyar shida bakwai takwas tara goma',
  so: 'kowda labada saddexda afarta shanta lixda toddobada siddeedda sagaalka tobanka',
} // biome-ignore format: a table

/** Words before the hour, and the minutes they add to it. */
export const openings: Record<string, [string, number][]> = {
  pl: [['wpol do', -30], ['kwadrans po', 15], ['za kwadrans', -15], ['o', 0]],
  uk: [['пів на', -30], ['чверть на', -45], ['за чверть', -15], ['о', 0], ['об', 0]],
  cs: [['pul', -30], ['ctvrt na', -45], ['tri ctvrte na', -15], ['v', 0], ['ve', 0], ['od', 0], ['do', 0], ['po', 0]],
  sk: [['pol', -30], ['o', 0], ['od', 0], ['do', 0], ['po', 0]],
  sl: [['pol', -30]],
  hr: [['pola', -30], ['u', 0]],
  hu: [['fel', -30], ['negyed', -45], ['haromnegyed', -15]],
  fi: [['puoli', -30], ['varttia vaille', -15], ['varttia yli', 15]],
  da: [['halv', -30], ['kvart over', 15], ['kvart pa', -15]],
  de: [['dreiviertel', -15], ['drei viertel', -15], ['viertel', -45]],
  es: [['cuarto para las', -15], ['cuarto para la', -15], ['diez para las', -10], ['veinte para las', -20], ['cinco para las', -5]],
  el: [['στις', 0], ['στη', 0]],
  hi: [['साढ़े', 30], ['सवा', 15], ['पौने', -15]],
  mr: [['साडे', 30], ['सव्वा', 15], ['पावणे', -15]],
  ne: [['साढे', 30], ['सवा', 15], ['पौने', -15]],
  ur: [['ساڑھے', 30], ['سوا', 15], ['پونے', -15]],
  bn: [['সাড়ে', 30], ['সোয়া', 15], ['সওয়া', 15], ['পৌনে', -15]],
  gu: [['સાડા', 30], ['સવા', 15], ['પોણા', -15]],
  pa: [['ਸਾਢੇ', 30], ['ਸਵਾ', 15], ['ਪੌਣੇ', -15]],
  sr: [['пола', -30], ['у', 0]],
  be: [['палове', -30], ['а', 0]],
  et: [['pool', -30], ['veerand', -45], ['kolmveerand', -15]],
} // biome-ignore format: a table

/** Words behind the hour, and the minutes they add. */
export const endings: Record<string, [string, number][]> = {
  tr: [['bucuk', 30], ['bucukta', 30]],
  el: [['και μιση', 30], ['και τεταρτο', 15], ['παρα τεταρτο', -15]],
  he: [['וחצי', 30], ['ורבע', 15]],
  fa: [['و نیم', 30], ['و ربع', 15]],
  mk: [['и пол', 30], ['и половина', 30]],
  ha: [['da rabi', 30], ['da kwata', 15]],
  so: [['iyo barka', 30], ['iyo rubac', 15]],
  bg: [['и половина', 30], ['и четвърт', 15], ['и петнадесет', 15], ['без четвърт', -15]],
  'sr-Latn': [['i po', 30], ['i trideset', 30], ['i petnaest', 15]],
  sr: [['и по', 30], ['и тридесет', 30], ['и петнаест', 15]],
  ro: [['si jumatate', 30], ['si un sfert', 15], ['fara un sfert', -15]],
  sq: [['e gjysme', 30], ['e gjysem', 30], ['e nje cerek', 15], ['pa nje cerek', -15]],
  hy: [['անց կես', 30], ['անց կեսին', 30]],
  ka: [['ნახევარზე', -30], ['ნახევარი', -30], ['ნახევრიდან', -30]],
  az: [['yarisi', -30], ['yarisinda', -30]],
  kk: [['жарым', 30], ['жарымда', 30]],
  uz: [['yarim', 30], ['yarimda', 30]],
} // biome-ignore format: a table

/** Russian does too: "полвосьмого", half an hour before. */
export const russianHalves = new Map(
  'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого'
    .split(' ')
    .map((word, at): [string, number] => [`пол${word}`, at || 12]),
)

/** Greek says half an hour within the word: "επτάμισι". */
export const greekHalves = new Map(
  'μιαμισι δυομισι τρεισημισι τεσσερισημισι πεντεμισι εξιμισι επταμισι|εφταμισι οκτωμισι|οχτωμισι εννιαμισι δεκαμισι εντεκαμισι δωδεκαμισι'
    .split(' ')
    .flatMap((words, at) => words.split('|').map((word): [string, number] => [word, at + 1])),
)

/** Half past one and half past two have a word of their own in South Asia. */
export const ownHalves: Record<string, [hour: number, words: string]> = {
  half1: [1, 'डेढ़ डेढ दीड ڈیڑھ দেড়টা দেড়টায় দেড় દોઢ ਡੇਢ'],
  half2: [2, 'ढाई अढाई अडीच ڈھائی আড়াইটা আড়াইটায় আড়াই અઢી ਢਾਈ'],
}
