import german from 'i18n-nationality/langs/de.json' with { type: 'json' }
import english from 'i18n-nationality/langs/en.json' with { type: 'json' }
import spanish from 'i18n-nationality/langs/es.json' with { type: 'json' }
import finnish from 'i18n-nationality/langs/fi.json' with { type: 'json' }
import french from 'i18n-nationality/langs/fr.json' with { type: 'json' }
import italian from 'i18n-nationality/langs/it.json' with { type: 'json' }
import dutch from 'i18n-nationality/langs/nl.json' with { type: 'json' }
import norwegian from 'i18n-nationality/langs/no.json' with { type: 'json' }
import { fold } from './fold.ts'

/** Country (ISO alpha-2) by the adjective of its people in many languages, endings and all: "italiano", "Nederlandse", "polskiego"; null unknown. */
export function countryOfPeople(word: string): string | null {
  const folded = fold(word)
  if (folded.length < 4 || folded.length > 30 || folded.includes(' ')) return null
  return stems().get(stemOf(folded)) ?? null
}

/** What the lists leave out or spell otherwise: Portuguese, Slavic, Scandinavian and Romanian stems, genitives. */
const others = `
NL: holandes nederlandse nederlands hollandisch hollandais nederlandsk nederlandsk holenderski nizozemsky нидерландский olandez
BE: belgische belgijski belgisk бельгийский
DE: alemao tysk niemiecki nemecky немецкий німецький german
FR: frances francais fransk francuski francouzsky французский французький francez
IT: italiano italiensk wloski italsky итальянский італійський italian
ES: espanhol spansk hiszpanski spanelsky испанский іспанський spaniol
PT: portugues portugisisk portugalski португальский
GB: britanico brittisk britisk engelsk brytyjski britsky британский британський british
IE: irlandes irlandais irlandzki irsk ирландский
CH: suico suisse schweizer schweizisk szwajcarski svycarsky швейцарский elvetian
AT: austriaco osterrikisk austriacki rakousky австрийский
PL: polones polsk polski polsky польский польський polonez
CZ: tcheco tjekkisk czeski cesky чешский чеський
SK: slowacki slovensky
SE: sueco svensk szwedzki шведский
NO: noruegues norsk norweski норвежский
DK: dinamarques dansk dunski датский
FI: finlandes finsk finski финский suomen
IS: islandsk
RO: romeno rumunski romaniei romanesc румынский
HU: hungaro wegierski ungersk ungarsk madarsky венгерский
GR: grego grekisk grecki griechisch греческий
TR: turco turkisk turecki турецкий
UA: ucraniano ukrainsk ukrainski украинский український
BR: brasileiro brasileno brasilien brasiliano braziliaans
AR: argentino argentin
UY: uruguaio uruguayo
AO: angolano
MZ: mocambicano
CV: caboverdiano cabo-verdiano
CR: costarricense tico
BO: boliviano
CI: ivoirien
CM: camerounais
SN: senegalais
IN: indiano
`

let known: Map<string, string> | undefined

function stems(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const line of others.trim().split('\n')) {
    const [code = '', words = ''] = line.split(': ')
    for (const word of words.split(' ')) known.set(stemOf(fold(word)), code)
  }
  for (const list of [english, spanish, french, italian, german, dutch, norwegian, finnish]) {
    for (const [code, name] of Object.entries(list.nationalities)) {
      const stem = stemOf(fold(String(name)))
      if (stem.length > 2 && !known.has(stem)) known.set(stem, code)
    }
  }
  return known
}

/** "peruana" and "peruano", "tunisienne" and "tunisien", "britische" and "britisch", "polskiego" and "polski" are one. */
function stemOf(folded: string): string {
  return folded
    .replace(/(?:ского|скому|ский|скии|ським|ському|ськии|ськии)$/, 'ск')
    .replace(/цкого$|цкому$|цкий$|цкии$|цьким$|цькии$/, 'цк')
    .replace(/(?<=[kc])(?:iego|eho|ého)$/, '')
    .replace(/nne$/, 'n')
    .replace(/aanse?$/, 'aan')
    .replace(/(?<=\p{L}{4})(?:er|en|[aeioy])$/u, '')
}
