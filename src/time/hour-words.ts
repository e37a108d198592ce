import { fold } from './fold.ts'

const folded = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .map(word => fold(word).normalize('NFC'))

/** Words an hour follows: "сағат 15:00", "ժամը 19:00", "karfe 4". */
export const labelWords = folded(
  'сағат саат соат soat ժամը ժ agogo karfe saacadda saacada ເວລາ វេលា ម៉ោង ሰዓት عند בשעות משעה orës orën saatə soatda başlangıç bitiş kezdete kezdés zacatek konec pocetak kraj начало конец початок кінець почеток boshlanishi басталуы vao',
)

/** Signs that nothing but an hour follows. */
export const surelyHours = 'kl klo klockan klokken kello klukkan godz plkst godzinie ore orele'.split(' ')

/** Words behind a figure that is an hour of 24: Slavic, Hungarian, Georgian, Armenian, Mongolian. */
export const exactHourWords = folded(
  'orakor oratol oraig orara orai casova часова часот часа часу години гадзін гадзіны hodiny ժամ საათი საათზე საათიდან საათამდე სთ цаг цагт цагаас',
)

/** Those behind an hour of 12, with the endings that say from when and until when. */
export const twelveHourWords = folded(
  `बजे बजेदेखि बजेसम्म वाजता वाजेपर्यंत वाजेपासून वाजल्यापासून टा टे
  টা টায় টার টে ঘটিকায় ঘটিকা بجے ਵਜੇ વાગ્યે વાગે વાગ્યાથી વાગ્યા ବଜେ ଟା
  மணி மணிக்கு மணிமுதல் மணிவரை மணியளவில் గంటలకు గంటల గంటలు గంటకు గంటలకి
  ಗಂಟೆಗೆ ಗಂಟೆ ಗಂಟೆಯಿಂದ ಗಂಟೆಯವರೆಗೆ ಕ್ಕೆ മണിക്ക് മണി മണിമുതൽ മണിവരെ ට ໂມງ နာရီ နာရီတွင် နာရီမှ နာရီခွဲ بجو بجې`,
)

/** Endings and words that make the hour they stand behind the beginning of a range: "10:00-tól", "11 बजेदेखि". */
export const fromWords = new Set(
  folded(
    `tol oratol dan den tan ten дан ден тан тен нан нен дон дөн тон төн etatik etik tatik st დან საათიდან ից бастап itibaren etibaren boshlab
    से बजेदेखि देखि वाजेपासून पासून থেকে হতে மணிமுதல் முதல் నుండి నుంచి ರಿಂದ ಗಂಟೆಯಿಂದ മണിമുതൽ മുതൽ થી વાગ્યાથી ਤੋਂ සිට မှ နာရီမှ цагаас سے کولو`,
  ),
)

/** The same for its end: "16 óráig", "1 बजेसम्म", "13:00 gacha". */
export const untilWords = new Set(
  folded(
    `ig oraig ni etara tara kadar dek dək qeder qədər gacha qadar дейін чейин მდე საათამდე
    तक बजेसम्म सम्म वाजेपर्यंत पर्यंत পর্যন্ত মধ্যে மணிவரை வரை వరకు ಗಂಟೆಯವರೆಗೆ ವರೆಗೆ ತನಕ മണിവരെ വരെ સુધી ਤੱਕ ਤਕ දක්වා အထိ تک پورې хүртэл`,
  ),
)

/** Endings that grow onto the figure of an hour behind "-" or "'" and say no more than "at". */
export const atEndings = new Set(
  folded(
    'kor an ra re de da te ta də ye ya де да те та дө до нө ға ге қа ке гө ին ը ზე у ту ти ми тої ї й ій ю',
  ),
)

/** "Between", where it stands behind what it is between. */
export const betweenBehind = new Set(
  folded(
    'között arasında arasinda arası orasida बीच दरम्यान मध्ये মধ্যে மத்தியில் இடையே మధ్య ನಡುವೆ ഇടയിൽ વચ્ચે ਵਿਚਕਾਰ درمیان arteko bitartean',
  ),
)
