/** Words for a street, alone or behind its name: “Mariahilfer Straße”, “Mariahilferstrasse”, “Mariahilfer Str.”. */
export function isStreet(word: string): boolean {
  return streetWords.has(word)
}

/** A name that was written together with its street, without it; any other word as it is. */
export function withoutStreet(word: string): string {
  if (word.length < 7) return word
  const [, name] = behind.exec(word) ?? behindUnspaced.exec(word) ?? []
  return name ?? word
}

const streetWords = new Set(
  `street st avenue av ave road rd way lane ln drive highway boulevard blvd bd bvd bul bulv rue quai calle carrera avenida avda rua carrer
  passeig strasse str gasse allee damm weg via viale vicolo corso straat laan kade ulica ulice ulitsa ul vulytsia vul prospekt pr
  prosp bulvar gata gatan gade vag vagen vej vei veien katu tie utca u ut utja tanav iela gatve caddesi cad cd sokak sok kuc
  kucesi bulvari kochasi odos leoforos strada sos soseaua bulevardul bulevardi rruga rr jalan jl duong pho thanon kotsesi
  koshesi dangyly daңғylu sraid karrika kalea etorbidea straede marg sharia shari شارع طريق خیابان کوچه سڑک روڈ मार्ग सड़क रोड
  সড়ক রোড 通り 街 路 大街 로 길 ถนน רחוב שדרות`.split(/\s+/),
)

const behind =
  /^(.{4,}?)(?:strasse|str|straat|straede|gasse|gatan|gata|gade|vagen|veien|katu|utca|laan|ulitsa|prospekt)$/
const behindUnspaced = /^(.{2,}?)(?:通り|通|大街|街|路|대로|로|길)$/
