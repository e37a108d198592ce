import { getAllCountries } from 'countries-and-timezones'
import { zonesOfCities } from './cities.ts'
import { fold } from './fold.ts'

/** The zone of a city or country by its name in another script or language, case endings and all; null unknown. */
export function zoneOfExonym(words: string): string | null {
  const name = fold(words)
  const known = zones.get(name)
  if (known) return known
  if (!/^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian} ]+$/u.test(name))
    return null
  return stems().get(stemOf(name)) ?? null
}

const table = `
Asia/Almaty: алматы | алма ата | астана | нур султан | 阿拉木图
Asia/Yekaterinburg: екатеринбург | екб
Asia/Novosibirsk: новосибирск | нск
Asia/Tashkent: ташкент
Asia/Bishkek: бишкек
Asia/Dushanbe: душанбе
Asia/Ashgabat: ашхабад
Asia/Baku: баку
Asia/Tbilisi: тбилиси
Asia/Yerevan: ереван
Europe/Minsk: минск | мин
Europe/Kyiv: киев | київ | києв | киів | львов | львів | kiew | kijow
Europe/Chisinau: кишинев | chisinaului
Europe/Moscow: москва | москов | moscou | moscu | mosca | moskau | moskwa | 莫斯科 | モスクワ | موسكو | санкт петербург | спб
Europe/Berlin: المانيا | берлин | berlino | berlim | berlijn | 柏林 | ベルリン | 베를린 | برلين | βερολινο
Europe/Paris: فرنسا | париж | parigi | parijs | paryz | 巴黎 | パリ | 파리 | باريس | παρισι
Europe/London: بريطانيا | londra | londres | лондон | londyn | londen | 伦敦 | 倫敦 | ロンドン | 런던 | لندن | λονδινο
Europe/Zurich: ginevra | genf | женева | genebra | zurique | zurigo | 日内瓦 | 日內瓦 | 苏黎世 | ジュネーブ | 제네바 | جنيف | γενευη
Europe/Vienna: вена | відень | відн | 维也纳 | ウィーン | 빈 | فيينا | βιεννη
Europe/Rome: рим | 罗马 | ローマ | روما | ρωμη
Atlantic/Canary: canarias | islas canarias
Europe/Madrid: barcellona | siviglia | мадрид | 马德里 | マドリード | مدريد
Europe/Brussels: брюссель | bruxelas | 布鲁塞尔 | ブリュッセル | بروكسل | βρυξελλες
Europe/Amsterdam: амстердам | 阿姆斯特丹 | امستردام | 海牙 | haag | haia | la haya | l aia
Europe/Lisbon: лиссабон | lisbona | lissabon | 里斯本 | لشبونة
Europe/Warsaw: варшава | варшав | varsovie | varsovia | varsavia | warschau | 华沙
Europe/Prague: прага | praga | prag | 布拉格
Europe/Budapest: будапешт
Europe/Bucharest: бухарест | bucarest | bukarest | bucareste
Europe/Sofia: софия
Europe/Belgrade: белград | belgrad | belgrado
Europe/Athens: афины | atene | atenas | athenes | athen | athene | atina | 雅典 | アテネ | αθηνα | ελλαδα | اثينا
Europe/Riga: рига | rigas
Europe/Vilnius: вильнюс | vilniaus
Europe/Tallinn: таллин | tallinna
Europe/Helsinki: хельсинки | helsingin | helsingfors | 赫尔辛基
Europe/Stockholm: стокгольм | estocolmo | stoccolma | 斯德哥尔摩
Europe/Oslo: осло | 奥斯陆
Europe/Copenhagen: копенгаген | copenhague | copenaghen | kopenhagen | kopenhaga | 哥本哈根
Europe/Istanbul: تركيا | стамбул | анкара | estambul | istambul | stambul | stambol | 伊斯坦布尔 | اسطنبول | انقرة | κωνσταντινουπολη
Asia/Tehran: тегеран | teheran | teera | طهران | 德黑兰
Asia/Kabul: кабул | kaboul | cabul | كابول | 喀布尔
Asia/Kolkata: дели | nueva delhi | nova deli | neu delhi | 新德里 | 孟买 | ニューデリー | نيودلهي | दिल्ली | मुंबई
Asia/Shanghai: пекин | pechino | pequim | 北京 | 上海 | 深圳 | 广州 | بكين | 베이징
Asia/Tokyo: токио | tokio | toquio | 东京 | 東京 | 도쿄 | طوكيو
Asia/Taipei: 台湾 | 台灣 | 臺灣 | 台北 | 臺北
Asia/Hong_Kong: 香港
Asia/Macau: 澳门 | 澳門
Asia/Seoul: сеул | seul | 首尔 | 首爾 | ソウル | 서울 | 한국 | سيول
Asia/Singapore: сингапур | singapur | singapour | cingapura | singapura | 新加坡 | 新加坡 | シンガポール | 싱가포르 | سنغافورة
Asia/Bangkok: бангкок | banguecoque | 曼谷 | バンコク | 방콕 | بانكوك
Asia/Ho_Chi_Minh: ha noi | hanoi | 河内 | 胡志明市 | ハノイ
Asia/Jakarta: yakarta | 雅加达 | 雅加達 | ジャカルタ | جاكرتا
Asia/Kuala_Lumpur: 吉隆坡 | كوالالمبور
Asia/Manila: manille | maynila | kamaynilaan | pilipinas | manilha | 马尼拉 | 馬尼拉 | マニラ | مانيلا
Asia/Dhaka: дакка | 达卡 | دكا
Asia/Kathmandu: катманду | katmandu | catmandu | 加德满都
Asia/Dubai: الامارات | дубаи | 迪拜 | 杜拜 | دبي | ابو ظبي | ابوظبي
Asia/Riyadh: السعودية | الرياض | جدة | مكة | مكة المكرمة | 利雅得
Asia/Qatar: قطر | الدوحة | 多哈
Asia/Bahrain: البحرين | المنامة
Asia/Kuwait: الكويت
Asia/Muscat: سلطنة عمان | مسقط
Asia/Aden: اليمن | صنعاء | عدن
Asia/Baghdad: العراق | بغداد | bagdad
Asia/Damascus: سوريا | سورية | دمشق | حلب | damasco | damaskus
Asia/Beirut: لبنان | بيروت | beyrouth | beiroute
Asia/Amman: الاردن | عمان
Asia/Jerusalem: القدس | jerusalen | gerusalemme | ירושלים | תל אביב
Asia/Gaza: فلسطين | غزة | رام الله
Africa/Cairo: مصر | القاهرة | каир | il cairo | 开罗 | カイロ
Africa/Tripoli: ليبيا | طرابلس
Africa/Tunis: تونس | tunez | tunisi
Africa/Algiers: الجزائر | argel | algeri | algier
Africa/Casablanca: المغرب | الرباط | الدار البيضاء
Africa/Nouakchott: موريتانيا | نواكشوط
Africa/Khartoum: السودان | الخرطوم | khartum | jartum
Africa/Mogadishu: الصومال | مقديشو
Africa/Djibouti: جيبوتي
Africa/Nairobi: наироби | نيروبي | 内罗毕 | ナイロビ
Africa/Addis_Ababa: addis abeba | adis abeba | اديس ابابا | 亚的斯亚贝巴
Africa/Johannesburg: le cap | ciudad del cabo | cidade do cabo | kapstadt | kaapstad | citta del capo | 开普敦
America/New_York: нью иорк | вашингтон | nova york | nova iorque | 纽约 | 紐約 | 华盛顿 | ニューヨーク | 뉴욕 | نيويورك | واشنطن | νεα υορκη
America/Los_Angeles: 洛杉矶 | 旧金山
America/Toronto: 多伦多
America/Mexico_City: mexiko stadt | cidade do mexico | citta del messico | 墨西哥城
America/Havana: la havane | havanna | l avana
America/Sao_Paulo: 圣保罗
Australia/Sydney: 悉尼 | シドニー
Australia/Melbourne: 墨尔本
`

const zones = new Map<string, string>()
for (const line of table.trim().split('\n')) {
  const [zone = '', names = ''] = line.split(': ')
  for (const name of names.split(' | ')) zones.set(fold(name), zone)
}

let stemmed: Map<string, string> | undefined

/** Names of Slavic and Greek without their endings, those of countries with them. */
function stems(): Map<string, string> {
  if (stemmed) return stemmed
  stemmed = new Map()
  const names = ['ru', 'uk', 'el', 'bg', 'sr', 'mk', 'be', 'hy', 'ka'].map(
    language => new Intl.DisplayNames(language, { type: 'region' }),
  )
  for (const country of Object.values(getAllCountries())) {
    const zone = zonesOfCities(country.id)[0] ?? country.timezones[0]
    if (!zone || country.timezones.length > 4) continue
    for (const name of names) stemmed.set(stemOf(fold(name.of(country.id) ?? '')), zone)
  }
  for (const [name, zone] of zones)
    if (/^[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name)) {
      stemmed.set(stemOf(name), zone)
      // "новосибирское" of Novosibirsk
      stemmed.set(stemOf(name).replace(/(?<=\p{L}{4})ск$/u, ''), zone)
    }
  return stemmed
}

/** "Ташкента", "ташкентскому" and "Ташкент" are one. */
function stemOf(folded: string): string {
  const noun = folded.replace(/(?:ськ|ск)(?:ому|ого|ое|им|ии|ая|ои|ою)$/, '')
  return noun.replace(/(?:ом|ем|ою|ои|ью|ею|ας|ης|ος|ες|ου|ων|ον|[аеиоуыьюяіαηος])$/, '')
}
