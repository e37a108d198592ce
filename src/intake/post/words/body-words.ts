/** What bodies are, in their names; parts of patterns, by language where the word tells one. */
const words = {
  any: 'universit\\p{L}+|institut\\p{L}*|associa\\p{L}+|asocia\\p{L}+|federa\\p{L}+|organi[sz]a\\p{L}+|observato\\p{L}+|unesco|unicef|unhcr|iom|ilo|ohchr|who|un|eu|ngo|platform|radio|club|lab|union|museum',
  en: 'fund|caucus|international|archives|cent(?:re|er)|council|committee|commission|network|alliance|foundation|office|agency|bank|ministry|initiative|coalition|society|school|college|library|group|team|collective|movement|nations|parliament|assembly|orchestra|press|theat(?:re|er)|choir|ensemble|consortium|guild|partnership|cooperative|syndicate|league|service|services|house|department|academy|watch|trust|chamber|charity|secretariat|directorate|bureau|parish',
  de: '\\p{L}*(?:verein|verband|verbund|stiftung|netzwerk|bündnis|gesellschaft|ministerium|hochschule|akademie|gewerkschaft|bibliothek|orchester|kammer)|haus|bundesamt|museum|bund|rat|buchhandlung|bücherei|gemeinde|zentrum|kreisverband',
  fr: 'compagnie|front|comité|fondation|fédération|groupe|collectif|mouvement|plateforme|ligue|maison|réseau|syndicat|ministère|mairie|bureau|médiathèque|bibliothèque|secours|cimade|théâtre|cinémathèque|coordination|secrétariat|amis',
  es: 'centro|comisión|alianza|fundaci\\p{L}+|unión|agencia|coalición|sociedad|grupo|colectivo|movimiento|asamblea|orquesta|consorcio|plataforma|liga|red|ayuntamiento|ministerio|cooperativa|sindicato|coordinadora|biblioteca|escuela|casa|oficina',
  pt: 'aliança|fundaç\\p{L}+|união|coletivo|movimento|assembleia|consórcio|rede|coordenação|ministério|prefeitura|comitê|sindicato|escola',
  it: 'rete|comitato|ministero|comune|fondazione|cooperativa|sindacato|biblioteca|scuola|legambiente|orti|ente|caffè|circolo',
  id: 'yayasan|koalisi|komunitas|jaringan|perkumpulan|lembaga|kementerian|serikat|perpustakaan',
  ru: 'асоц\\p{L}+|ассоци\\p{L}+|спілк\\p{L}+|союз\\p{L}*|фонд\\p{L}*|центр\\p{L}*|організац\\p{L}+|организац\\p{L}+|мереж\\p{L}+|інститут\\p{L}*|институт\\p{L}*|університет\\p{L}*|университет\\p{L}*|товариств\\p{L}+|обществ\\p{L}+|музе\\p{L}+|бібліотек\\p{L}+|библиотек\\p{L}+|профсоюз\\p{L}*|министерств\\p{L}+|театр\\p{L}*|академи\\p{L}+|школ\\p{L}+',
}

/** Their scripts join articles and endings, or part no words. */
const joined =
  '(?:ال|لل|ل)?(?:مجمع|اتحاد|جمعية|مؤسسة|منظمة|رابطة|جامعة|مركز|معهد|شبكة|نقابة|وزارة)(?![\\p{L}])|協会|研究会|ネットワーク|大学|学会|財団|クラブ|の会(?!\\p{L})|機構|センター|委員会|図書館|博物館|中心|委员会|基金会|协会|협회|대학|센터|재단'

/** Words that bodies carry in their names, in many languages. */
export const bodyWord = new RegExp(
  `(?<!\\p{L})(?:${Object.values(words).join('|')})(?!\\p{L})|(?<!\\p{Script=Arabic})(?:${joined})`,
  'iu',
)
