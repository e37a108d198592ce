import type { Script } from './script.ts'

/** The small words of each tongue, and some of those that titles of such days have. */
const smallWords = {
  en: 'the of for and with from how what who our your by women world an in on to at is as its are we day open workshop meeting talk training session launch walk community rights between through their',
  fr: 'le les des du et aux une pour dans sur avec est femmes monde journee l d la de au en un ce ces nos qui que a voix droits jeunes enfants ville atelier conference-debat rencontre soiree ses leurs vers chez',
  es: 'el los las y con para por una del que mujeres mundo la de en e un su sobre al a dia derechos taller charla encuentro jornada desde hacia sin jovenes ninas ninos',
  pt: 'do da dos das no na em com uma um pelo pela dia mundial mulheres o a os as de e ao sobre nos direitos oficina roda encontro sem jovens criancas',
  de: 'der die das und fur im am zum zur mit von bei gegen tag ein eine den dem des in auf ist rechte kinder frauen wie uber nach',
  it: 'il lo gli di della delle per che nel giornata la le l e del dei con alla dell a al un una incontro diritti donne mondiale',
  nl: 'het een voor van op met dag de en in bij aan wereld rechten vrouwen naar over door',
  sv: 'och for att pa av om en den det i dag varldens vi ett till',
  nb: 'og for av til pa om en den det i er vi hva hvad hvem med dag dagen verdens et af hvordan mot',
  is: 'og um a fyrir vid i althjodlegur dagur',
  id: 'dan yang untuk di hari dari bagi dengan bersama dalam pada oleh sedunia internasional hak anak ke',
  fil: 'ang ng sa mga para at araw ni na',
  tr: 've icin gunu bir ile dunya uluslararasi kadin gunun',
  az: 've ucun gunu bir ile beynelxalq umumdunya usaq genc',
  uz: 'va uchun kuni xalqaro bilan jahon bolalar yoshlar',
  pl: 'w z na i dzien dla do od o ze sie jak swiatowy dni praw kobiet',
  fi: 'ja on paiva paivan kansainvalinen maailman',
  et: 'ja on paev paeva rahvusvaheline maailma',
  cs: 'a pro den se na v s ke o svetovy mezinarodni jak prava',
  sk: 'a pre den sa na v s k o svetovy medzinarodny ako prava',
  sl: 'in za dan z s na v o mednarodni svetovni pogovor vecer',
  hr: 'i za dan u s na o od medunarodni svjetski vecer prava sa',
  hu: 'es a az napja nap vilagnapja nemzetkozi',
  ro: 'si de la ziua pentru cu din mondiala internationala in despre',
  sw: 'ya wa kwa na siku la za katika cha kimataifa duniani vya',
  vi: 'ngay va cua cho voi quoc the gioi vi hoi le',
  so: 'iyo ee ka maalinta ku',
  ca: 'el els les i amb per dia dones mon la de del dels a l d una',
  gl: 'o os as do da dos das e con para dia unha na no pola',
  eu: 'eta eguna nazioarteko munduko egun',
  sq: 'dhe per dita e te ne nga',
  ht: 'ak pou nan jounen lan fanm',
  mg: 'ny sy ho an andro',
  ms: 'dan yang untuk di hari dari sedunia antarabangsa',
  ha: 'da na ta don ranar duniya',
  yo: 'ati fun ojo ti awon',
  wo: 'ci ak bi yi ngir',
  rw: 'umunsi mpuzamahanga ku wa no',
}

const tonguesOf = new Map<string, string[]>()
for (const [tongue, words] of Object.entries(smallWords))
  for (const word of words.split(' ')) tonguesOf.set(word, [...(tonguesOf.get(word) ?? []), tongue])

/** By its letters, where these tell, and by its small words; null where they tell none, or several alike. */
export function tongueOf(title: string, words: readonly string[], script: Script): string | null {
  if (script !== 'latin' && script !== 'both') return byScript(title.toLowerCase(), script)
  const counts = new Map<string, number>()
  const add = (tongue: string, count: number) => counts.set(tongue, (counts.get(tongue) ?? 0) + count)
  for (const word of words) for (const tongue of tonguesOf.get(word) ?? []) add(tongue, 1)
  if (!/^[\u0000-\u007e]*$/.test(title))
    for (const [tongues, letters, own] of latinLetters)
      if (letters.test(title)) for (const tongue of tongues.split(' ')) add(tongue, own)
  const [most, second] = [...counts].sort(([, one], [, other]) => other - one)
  return most && most[1] >= 1 && most[1] > (second?.[1] ?? 0) ? most[0] : null
}

/** How much letters tell of a tongue: half a word where other tongues, or names in any, have them too. */
const latinLetters = (
  [
    ['es', '[ñ¿¡]', 1.5],
    ['pt', '[ãõ]', 1.5],
    ['fr', "œ|(?<!\\p{L})à(?!\\p{L})|(?:qu|[ldjn])[’']é", 1.5],
    ['fr', '[èùëêûîïàéç]', 0.5],
    ['it', '[èùìòà]', 0.5],
    ['pt', '[êâáéíóúçà]', 0.5],
    ['es', '[áéíóú]', 0.5],
    ['ca', 'l·l', 1.5],
    ['ca', '[èòïàçí]', 0.5],
    ['de', 'ß', 1.5],
    ['de', '[äöü]', 0.5],
    ['sv', 'å.*[äö]|[äö].*å', 1.5],
    ['sv fi', '[åäö]', 0.5],
    ['nb', '[øæ]', 1.5],
    ['et', 'õ.*[äüö]|[äüö].*õ', 1.5],
    ['et', '[äöüõ]', 0.5],
    ['pl', '[ąęłśźżćń]', 1.5],
    ['cs', '[ěřů]', 1.5],
    ['cs sk', '[čšžýíáé]', 0.5],
    ['sk', '[ľĺŕ]', 1.5],
    ['hr', '[ćđ]', 1.5],
    ['sl hr', '[čšž]', 0.5],
    ['lt', '[ėįų]', 1.5],
    ['lv', '[āēģķļņ]', 1.5],
    ['hu', '[őű]', 1.5],
    ['hu', '[áéíóöúü]', 0.5],
    ['ro', '[ăățşţ]', 1.5],
    ['ro', '[âî]', 0.5],
    ['tr', '[ğı]', 1.5],
    ['tr', '[çöşü]', 0.5],
    ['az', 'ə', 3],
    ['vi', '[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]', 3],
    ['is', '[þð]', 3],
    ['mt', '[ġħ]', 3],
    ['wo', 'ñ(?=[aàc])|ë(?!n)', 0.5],
  ] as const
).map(([tongues, letters, own]) => [tongues, new RegExp(letters, 'iu'), own] as const)

/** What tells the tongues of one script apart, the surest first. */
const tongues: Record<string, [string, RegExp?][]> = {
  cyrillic: [
    ['sr', /[ђћ]/],
    ['mk', /[ѓќѕ]/],
    ['sr', /[јљњџ]/],
    ['tg', /[ӣӯҷ]/],
    ['uz', /ў.*[қғҳ]|[қғҳ].*ў|ҳ/],
    ['be', /ў/],
    ['uk', /[їєґ]/],
    ['tt', /җ|ә(?!.*[қғұ]).*[ңө]/],
    ['kk', /[әғқұһ]/],
    ['ky', /ң/],
    ['mn', /[өү]/],
    ['uk', /і(?!.*[ыэ])/],
    ['be', /і.*[ыэ]|[ыэ].*і/],
    ['ru', /[ыэё]/],
    [
      'bg',
      /(?<!\p{L})(?:за|на) .*ъ|ъ[рлзнтм]|ът(?!\p{L})|(?<!\p{L})(?:ден|деня|със|от|в) .*(?:ата|ето|ите)(?!\p{L})/u,
    ],
    ['ru'],
  ],
  arabic: [
    ['ckb', /[ڕێۆڵ]|ە/],
    ['ps', /[ټډړښڼې]/],
    ['ur', /[ٹڈڑںےہھ]/],
    ['sd', /[ٻڄڀڳ]/],
    ['fa', /[پچژگیک]/],
    ['ar'],
  ],
  devanagari: [
    ['mr', /(?:च्या|साठी|मध्ये|[ाेी]चे|[ाेी]ची|[ाेी]चा)(?!\p{L}\p{M})|आणि|आहे|ळ|दिन(?![\p{L}\p{M}])/u],
    [
      'ne',
      /हरू|(?<=[\p{L}\p{M}]{2})(?:को|मा)(?![\p{L}\p{M}])|सम्बन्ध|(?:^| )(?:छ|र)(?: |$)|अन्तर्राष्ट्रिय|राष्ट्रिय/u,
    ],
    ['hi'],
  ],
  bengali: [['as', /[ৰৱ]/], ['bn']],
  han: [
    ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
    ['zh', /[的与與们們这這为為国會动动际际权权发发护护务务节节书书联联办办]/],
  ],
  ethiopic: [['ti', /[ኣቐ]|ናይ|ንምእ/], ['am']],
  hebrew: [['yi', /[ײַױ]|פֿ/], ['he']],
}

/** One tongue has it to itself, nearly. */
const oneTongue: Record<string, string> = Object.fromEntries(
  `greek el hangul ko thai th gurmukhi pa gujarati gu oriya or tamil ta telugu te kannada kn malayalam ml sinhala si lao
    lo khmer km myanmar my tibetan bo georgian ka armenian hy mongolian mn thaana dv tifinagh zgh`
    .split(/\s+/)
    .map((each, at, all) => [each, all[at + 1]!])
    .filter((_, at) => at % 2 === 0),
)

function byScript(text: string, script: Script): string | null {
  const [found] = tongues[script]?.find(([, letters]) => !letters || letters.test(text)) ?? []
  return found ?? oneTongue[script] ?? null
}

/** Tongues that are told apart by little, or told by two names: what is in the one may as well be called the other. */
export function areOneTongue(one: string, other: string): boolean {
  return one === other || (akin[one] ?? one) === (akin[other] ?? other)
}

const akin: Record<string, string> = {
  da: 'nb',
  no: 'nb',
  nn: 'nb',
  bs: 'hr',
  sr: 'hr',
  sh: 'hr',
  me: 'hr',
  ms: 'id',
  tl: 'fil',
  prs: 'fa',
  gl: 'pt',
  sk: 'cs',
  ku: 'ckb',
}
