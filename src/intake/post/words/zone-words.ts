import { anyOf } from './word-pattern.ts'

/** What leads to the zone of all that has none of its own. */
export const forAll = anyOf(
  {
    en: 'all (?:the )?(?:times|hours|events|sessions)(?: below| here| listed| given| shown)?(?: are| is)?(?: given| listed| shown)?(?: in| on)?(?: the)?|times (?:below |here )?are(?: given| listed| shown| all)?(?: in)?(?: the)?|times given in|times? in(?=\\s(?:UTC|GMT|CE|\\p{Lu}))|unless (?:otherwise )?(?:stated|noted|indicated)(?: otherwise)?, (?:all )?times are(?: in)?|\\(all(?: times)?(?: in)?',
    de: 'alles(?: in)?(?=(?:\\s\\p{L}+){0,2}\\s\\p{L}*(?:zeit|MESZ|MEZ)(?!\\p{L}))|alle (?:uhr)?zeiten(?:angaben)?(?: sind)?(?: angegeben)?(?: in| nach)?|(?:uhr)?zeiten(?:angaben)? in|zeitangaben(?: sind)?(?: in| nach)',
    fr: '(?:tous les|les) (?:horaires|heures)(?: indiqués| donnés| indiquées)?(?: sont)?(?: indiqués| donnés| indiquées)?|horaires\\s?:|heures?\\s?:',
    es: 'tod(?:as las horas|os los horarios)(?: indicad[oa]s| son| están)*(?: en| según)?(?: la| el)?|(?:las horas|los horarios)(?: indicad[oa]s)?(?: son| están)(?: en| de| según)?(?: la| el)?|hora(?:rio)?s:',
    pt: 'tod(?:as as horas|os os horários)(?: indicad[oa]s| são| estão)*(?: em| no| na| de)?|(?:os horários|as horas)(?: indicad[oa]s)?(?: são| estão)(?: em| no| na| de| do)?|horários(?:\\s?:| de| em| no)(?=\\s\\p{Lu})',
    it: 'tutti gli orari(?: sono)?(?: indicati)?(?: in| nel|dell)?|gli orari sono(?: indicati)?(?: in)?',
    id: 'semua (?:waktu|jam)(?: dalam| adalah| menggunakan)?|(?:waktu|jam) dalam(?=\\sW)',
    ru: 'время(?: везде)?(?: указано)?\\s|везде время',
    ar: 'جميع (?:الأوقات|المواعيد)(?: حسب| وفق| بتوقيت)?|الأوقات (?:حسب|وفق|بتوقيت)',
    ja: '(?:時刻|時間)は(?:すべて|全て)?',
    zh: '(?:所有)?时间均?(?:为|以)',
  },
  'giu',
)

/** "… unless I say otherwise": what such a sentence names besides is a zone that holds for all. */
export const butWhere = anyOf(
  {
    en: "(?:unless|except (?:where|when|if)|if not)\\s(?:[\\p{L}’']+\\s){0,4}(?:stated|noted|indicated|specified|said|otherwise|marked|mentioned|say|differently)(?: otherwise)?|where not (?:stated|noted)",
    de: '(?:wenn|falls|sofern|soweit|wo) (?:nichts?|kein\\p{L}*) (?:anderes|anders?|anderslautend\\p{L}*)(?: \\p{L}+){0,2}|außer (?:wo|wenn) [^.;\\n]{3,30}',
    fr: 'sauf (?:mention|indication|précision|avis|exception)s?(?: contraires?)?|sauf si [^.;\\n]{3,30}',
    es: '(?:salvo|excepto|a menos) (?:que se (?:indique|diga|especifique|señale)(?: lo contrario| otra cosa)?|que diga otra cosa|indicación (?:en contrario|contraria)|(?:cuando|donde) [^.;\\n]{3,30})|si no (?:se )?(?:indic[ao]|dice|digo|señal[ao])(?: lo contrario| otra cosa)?|(?:salvo|excepto) que (?:se )?(?:indique|diga|señale)(?: lo contrario| otra cosa)?',
    pt: '(?:salvo|exceto|a menos)(?: que)? (?:indicação (?:em contrário|contrária)|(?:quando|onde|se) [^.;\\n]{3,30}|(?:se )?(?:diga|indique)[^.;\\n]{0,30})',
    it: '(?:se non|salvo|salvo dove|a meno che) (?:diversamente |altrimenti )?(?:indicato|specificato|scritto|segnalato|diversa indicazione)(?: altrimenti| diversamente)?|salvo diversa indicazione',
    nl: 'tenzij anders (?:vermeld|aangegeven)',
    id: 'kecuali (?:di)?(?:sebut(?:kan)?|tulis|nyatakan)(?: lain)?|kecuali jika [^.;\\n]{3,30}',
    ru: 'если (?:не|иное не) (?:указано|сказано|оговорено)(?: ино[ей]| другое)?',
    uk: 'якщо (?:не|інше не) (?:вказано|зазначено)(?: інше)?',
    pl: '(?:o ile|jeśli) nie (?:podano|zaznaczono|napisano) inaczej',
    tr: 'aksi belirtilmedikçe',
    ar: 'ما لم (?:يُ?ذكر|يُ?شر|أذكر)[^.،\\n]{0,20}|إلا إذا [^.،\\n]{3,30}',
    ja: '(?:特に|とくに)(?:記載|断り|表記|書いて|注記)[^。はも、\\n]{0,12}(?:は|も|、|限り)?|特記なき限り|記載のない限り',
    ko: '별도 (?:표기|언급)[^.,\\n]{0,8}',
    zh: '除(?:非|另有)[^，。\\n]{0,8}',
  },
  'iu',
)

/** What leads to the zone in such a sentence. */
export const leads =
  /^(?:[\s,:;(–—-]|(?:all|the|times?|hours?|are|is|in|given|shown|listed|alle|alles|zeiten|uhrzeiten|sind|ist|tous|toutes|les|heures|horaires|sont|celles?|ceux|todas?|todos|las|los|horas|horarios|son|están|as|os|horários|são|tutti|gli|orari|sono|semua|jam|waktu|dalam|вс[её]|время|везде|часы|указано|kaikki|wszystkie|godziny|جميع|الأوقات|المواعيد)(?=[\s,:])|(?:時刻|時間)は(?:すべて|全て)?|所有时间)+/iu

/** Without one, what is named is where something is, and no zone. */
export const timeWord =
  /(?<!\p{L})(?:times?|hours?|horas?|horários?|horarios?|heures?|horaires?|or[ae]|orari|\p{L}*zeit(?:en)?|tijd(?:en)?|waktu|jam|время|времени|час|час[иы]|godzin[ay]|czas|saat(?:ler)?)(?!\p{L})|توقيت|[时時][刻间間]|시간/iu

export const zoneWord = /(?<!\p{L})(?:UTC|GMT|\p{Lu}{2,4}T|ME[SZ]Z?|WI[BT]A?|МСК)(?!\p{L})/u
