import { fold } from './fold.ts'
import { timesOfBelts } from './times-of-belts.ts'

/**
 * Zones by the words people use for them, folded. "time" and a season ("standard", "daylight") may follow and are
 * read by the caller. Names that are ordinary words ("eastern") count alone only right behind an hour.
 */
export const zoneNames = new Map<string, string>()

const table = `
UTC: coordinated universal | universal | universal coordinated | greenwich mean | greenwich | temps universel | tiempo universal | hora universal | всемирное | توقيت غرينتش | غرينتش | غرينيتش | جرينتش | بتوقيت غرينتش | بتوقيت جرينتش | بتوقيت غرينيتش | 世 界 协 调 | 协 调 世 界 | 格 林 威 治 | 格 林 尼 治 | по гринвичу | weltzeit
-12:00: anywhere on earth
America/New_York: eastern | us eastern | usa eastern | u s eastern | eastern us | eastern usa | america eastern | americas eastern | american eastern | north america eastern | north american eastern | us east coast | east coast | eastern north america | new york city | nyc | 美 东 | 美 国 东 部 | hora del este | heure de l est
America/Chicago: us central | usa central | u s central | central us | american central | america central | americas central | north american central | central | 美 中
America/Denver: mountain | us mountain | usa mountain | american mountain | america mountain | americas mountain | north american mountain
America/Los_Angeles: pacific | us pacific | usa pacific | u s pacific | pacific us | american pacific | america pacific | americas pacific | north america pacific | north american pacific | us west coast | west coast | 美 西 | hora del pacifico | heure du pacifique
America/Anchorage: alaska | alaskan
Pacific/Honolulu: hawaii | hawaiian | hawaii aleutian
America/Halifax: atlantic | canada atlantic | atlantic canada
America/St_Johns: newfoundland
Europe/Berlin: central european | central europe | european central | europe central | mitteleuropaische | mitteleuropaischer | middle european | cet cest | cest cet | me s z | europe de l ouest centrale | heure d europe centrale | heure de l europe centrale | hora central europea | hora de europa central | berliner
Europe/Helsinki: eastern european | eastern europe | european eastern | europe eastern
Europe/Lisbon: western european | western europe | european western | europe western | portuguese | hora de portugal continental
Europe/London: british | uk | u k | united kingdom | london | britain | gmt bst | bst gmt
Europe/Dublin: irish
Europe/Paris: french | pariser | heure francaise | hora francesa | парижское | по парижу
Europe/Madrid: spanish | hora peninsular | peninsular | hora espanola | hora peninsular espanola
Europe/Rome: italian | ora italiana
Europe/Vienna: austrian | wiener | osterreichische | osterreichischer
Europe/Zurich: swiss | schweizer | genfer | zurcher | по женеве | женевское
Europe/Amsterdam: dutch
Europe/Brussels: belgian
Europe/Berlin+: german | deutsche | deutscher
Europe/Athens: greek | ωρα ελλαδας | ελλαδας
Europe/Warsaw: polish | czas warszawski | czasu warszawskiego | czasu polskiego | czasu polskiego
Europe/Budapest: hungarian
Europe/Prague: czech | stredoevropskeho casu
Europe/Stockholm: swedish | svensk | svensk tid
Europe/Oslo: norwegian | norsk
Europe/Copenhagen: danish | dansk
Europe/Helsinki+: finnish | suomen aikaa | suomen aika
Europe/Bucharest: romanian | ora romaniei
Europe/Kyiv: ukrainian | по киеву | киевское | київ
Europe/Moscow: moscow | по москве | по московскому | московское | московскому | по мск | moskauer | moskau
Europe/Istanbul: turkish | turkey | turkiye saati | turkiye saatiyle | turkiye saati ile
Asia/Jerusalem: israeli | israel | שעון ישראל | לפי שעון ישראל
Asia/Riyadh: arabian | arabia | saudi | saudi arabian | mecca | مكة المكرمة | السعودية | بتوقيت السعودية | بتوقيت مكة المكرمة | بتوقيت الرياض
Africa/Cairo: egyptian | cairo | القاهرة | بتوقيت القاهرة | بتوقيت مصر
Asia/Beirut: lebanese | بيروت | بتوقيت بيروت | بتوقيت لبنان
Asia/Amman: jordanian | بتوقيت عمان | بتوقيت الأردن | بتوقيت عمّان
Asia/Baghdad: بتوقيت بغداد
Asia/Damascus: بتوقيت دمشق
Asia/Gaza: palestinian | بتوقيت فلسطين | بتوقيت القدس
Africa/Tunis: tunisian | بتوقيت تونس
Africa/Casablanca: moroccan | بتوقيت المغرب | بتوقيت الرباط
Africa/Algiers: algerian | بتوقيت الجزائر
Africa/Khartoum: بتوقيت السودان | بتوقيت الخرطوم
Asia/Qatar: بتوقيت الدوحة | بتوقيت قطر | qatari
Asia/Dubai: gulf | emirati | بتوقيت دبي | بتوقيت الإمارات | بتوقيت أبوظبي
Asia/Tehran: iran | iranian | به وقت تهران | به وقت ایران | وقت تهران
Asia/Kabul: afghan | afghanistan | به وقت کابل | به وقت افغانستان
Asia/Kolkata: india | indian | भारतीय समय | भारतीय समयानुसार | भारतीय मानक समय
Asia/Colombo: sri lankan
Asia/Karachi: pakistan | pakistani | پاکستانی وقت | پاکستان کے وقت
Asia/Dhaka: bangladesh | bangladeshi
Asia/Kathmandu: nepal | nepali | nepalese
Asia/Yangon: myanmar
Asia/Bangkok: thai | indochina | indo china
Asia/Ho_Chi_Minh: vietnamese
Asia/Jakarta: waktu indonesia barat | waktu jakarta | western indonesia | western indonesian | indonesia western | jakarta
Asia/Makassar: waktu indonesia tengah | central indonesia | indonesia central
Asia/Jayapura: waktu indonesia timur | eastern indonesia | indonesia eastern
Asia/Singapore: singapore | singaporean
Asia/Kuala_Lumpur: malaysian | malaysia
Asia/Manila: philippine | philippines | filipino | the philippines
Asia/Hong_Kong: hong kong | 香 港
Asia/Taipei: taiwan | taiwanese | 台 北 | 臺 北
Asia/Shanghai: china | chinese | beijing | 北 京 | 中 国
Asia/Tokyo: japan | japanese | 日 本 | 东 京 | 東 京
Asia/Seoul: korea | korean | 首 尔 | 韩 国 | 한국
Australia/Sydney: australian eastern | australia eastern | eastern australia | eastern australian | sydney melbourne
Australia/Adelaide: australian central | australia central | central australia | central australian
Australia/Perth: australian western | australia western | western australia | western australian | west australian
Pacific/Auckland: new zealand | nz
Pacific/Chatham: chatham
Pacific/Fiji: fijian
Africa/Johannesburg: south africa | south african | southern africa | southern african
Africa/Nairobi: saa za afrika mashariki | saa za kenya | saa za tanzania | east africa | east african | eastern africa | eastern african | kenyan | nairobi | ugandan | ethiopian
Africa/Maputo: central africa | central african
Africa/Lagos: west africa | west african | western africa | western african | west central africa | west central african | nigerian
Africa/Accra: ghanaian
America/Sao_Paulo: brasilia | horario de brasilia | hora de brasilia | horario brasilia
America/Argentina/Buenos_Aires: argentina | argentine | argentinian | hora argentina
America/Santiago: chile | chilean | hora chilena
America/Bogota: colombia | colombian | hora colombiana
America/Lima: peru | peruvian | hora peruana
America/Guayaquil: ecuador | ecuadorian | hora ecuatoriana
America/La_Paz: bolivian
America/Caracas: venezuelan
America/Mexico_City: central mexico | mexico city | ciudad de mexico | cdmx | hora del centro de mexico | tiempo del centro de mexico | centro de mexico | hora centro de mexico | hora centro mexico | hora del centro | tiempo del centro | hora centro
America/Mazatlan: mountain mexico
America/Tijuana: pacific mexico
America/Cancun: eastern mexico
America/Havana: cuban
America/Guatemala: guatemalan
America/Jamaica: jamaican
`

for (const line of table.trim().split('\n')) {
  const at = line.indexOf(': ')
  const zone = line.slice(0, at).replace(/\+$/, '')
  for (const name of line.slice(at + 2).split(' | ')) zoneNames.set(fold(name), zone)
}

/** Names that hold their own word for "time". */
export const ownTimes = new Set<string>()

for (const line of timesOfBelts.trim().split('\n')) {
  const at = line.indexOf(': ')
  for (const name of line.slice(at + 2).split(' | ')) {
    const key = fold(name).normalize('NFC')
    if (!zoneNames.has(key)) zoneNames.set(key, line.slice(0, at))
    if (!/^\p{Script=Han}|^\p{Script=Katakana}/u.test(key)) ownTimes.add(key)
  }
}

/** Words a name may begin with. */
export const firstWords = new Set([...zoneNames.keys()].map(name => name.split(' ')[0] ?? ''))

/** Names that stand without "time": they say themselves that a time is meant. */
export const sayTime =
  /^(?:heure|hora|horario|ora|waktu|czasu?|по|بتوقيت|توقيت|temps|tiempo)\b|^saa za |^(?:по|بتوقيت|توقيت|به وقت|לפי|שעון|भारतीय|भरतय|turkiye) |^anywhere|^cet |^cest |^gmt |^bst /u

/** Names a zone is called by behind an hour without "time" ("12:30pm Eastern"). */
export const bareNames = new Set(
  [...zoneNames.keys()].filter(name =>
    /(?:eastern|pacific|mountain|central|western|atlantic|european central|europe central|east coast|west coast|centro de mexico|ciudad de mexico)/.test(
      name,
    ),
  ),
)

export const longestName = 5
