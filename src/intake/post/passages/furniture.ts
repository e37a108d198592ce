import type { Block, PostHead } from '../markup/block.ts'
import { anyOf } from '../words/word-pattern.ts'
import { passageOf } from './passage.ts'

/**
 * What a blog prints below its posts – author box, filing line, sharing, comments – ends the story. What it says
 * of author, categories and tags goes to the head.
 */
export function takeFurniture(blocks: Block[], head: PostHead): Block[] {
  const texts = blocks.map(block => passageOf(block.runs).text)
  let end = blocks.length
  for (let at = 1; at < blocks.length; at++) {
    if (!endsStory(texts[at]!, at / blocks.length)) continue
    end = at
    break
  }
  readTail(blocks.slice(end), texts.slice(end), head)
  for (const text of texts.slice(0, 5)) {
    const author = text.length < 120 ? bylined.exec(text)?.[1] : undefined
    if (author && head.authors.length === 0) head.authors.push({ name: author.trim() })
    const origin = firstAppeared.exec(text)?.[1]
    if (origin) head.origin ??= origin
  }
  return blocks
    .slice(0, end)
    .filter(
      (_, at) => !isFurniture(texts[at]!) && !(at < 5 && texts[at]!.length < 120 && bylined.test(texts[at]!)),
    )
}

/** "Posted on June 20, 2021 by Ann Example" as a line of its own. */
const bylined =
  /^(?:(?:Posted|Published|Publié|Publicado|Veröffentlicht|Pubblicato)\s(?:on\s|le\s|el\s|em\s|am\s|il\s)?.*\d{4}(?:\s(?:by|par|por|von|di)\s(?=\p{Lu}))?|(?:\p{L}+,?\s)?(?:\d{1,2}\.?\s\p{L}+|\p{L}+\s\d{1,2}),?\s\d{4}\s(?:by|par|por|von|di)\s(?=\p{Lu}))(\p{Lu}[\p{L}.’' -]{3,50})?$/u

const firstAppeared =
  /(?:originally|first) (?:appeared|published|posted) (?:on|at|in) (?:the )?(\p{Lu}[^.:]{2,60}?)(?: web ?site| blog| site)?[.:]?$/u

const ends = anyOf(
  {
    en: 'leave a (?:reply|comment)|post a comment|this entry was posted in|(?:this )?(?:post )?filed under|posted in|share (?:this|on|via):?|like this:|related(?: posts| articles| stories)?:?|you (?:may|might) also like:?|more from|sponsored content|about the authors?|\\d+ (?:responses?|comments?|thoughts) (?:to|on)|no comments(?: yet)?|comments(?: \\(\\d+\\))?|bookmark the permalink|fill in your details below|previous post|next post|post navigation|join the conversation|discover more from .*|this entry was tagged .*',
    de: 'schreibe einen kommentar|kommentar (?:schreiben|verfassen|hinterlassen)|kommentare?|teilen mit:|gefällt mir:|ähnliche beiträge|dieser (?:beitrag|eintrag) wurde (?:unter .*)?(?:veröffentlicht|abgelegt).*|veröffentlicht in .*|über (?:den|die) autor(?:in)?',
    fr: "laisser un commentaire|laissez un commentaire|commentaires?|partager\\s?:|j’aime ça\\s?:|articles similaires|publié dans .*|ce contenu a été publié dans .*|à propos de l[’']auteure?",
    es: 'deja (?:un comentario|una respuesta)|comentarios?|compartir:?|me gusta:|relacionado|entradas relacionadas|publicado en .*|esta entrada (?:fue|se) .*|sobre (?:el autor|la autora)',
    pt: 'deixe um comentário|deixe uma resposta|comentários?|compartilhe:?|curtir isso:|relacionado|publicado em .*|sobre (?:o autor|a autora)',
    it: 'lascia un commento|commenti|condividi:?|mi piace:|correlati|pubblicato in .*',
    ar: 'اترك تعليق.*|أضف تعليق.*|شارك هذا.*|معجب بهذه.*|مقالات ذات صلة',
  },
  'iu',
)

/** `at` is how far into the blocks the text stands, 0 to 1. */
function endsStory(text: string, at: number): boolean {
  if (text.length > 400) return false
  const first = text.split('\n', 1)[0]!.trim()
  const match = ends.exec(first)
  if (match?.index === 0) {
    const long =
      /^(?:this entry|dieser|ce contenu|esta entrada|fill in your|leave a|post a comment|schreibe|laissez?|deja|deixe|lascia|اترك|أضف)/iu.test(
        first,
      )
    if (
      long ||
      (match[0].length >= first.length - 2 && at > 0.3) ||
      (/^(?:posted in|filed under|publi|veröff)/i.test(first) && at > 0.5)
    )
      return true
  }
  return at > 0.3 && isAuthorBox(first)
}

/** "About Dr. Ann Example": a title or two names and no more. */
function isAuthorBox(line: string): boolean {
  return (
    /^(?:About|Über|À propos de|Sobre|Acerca de|Informazioni su) (?:(?:Dr|Prof|Mr|Ms|Mrs)\.? ?)*(?:\p{Lu}[\p{L}.'’-]+ ?){2,4}$/u.test(
      line,
    ) && !/\d/.test(line)
  )
}

const always = anyOf({
  en: "view (?:this (?:e-?mail|newsletter|message|issue) )?(?:online|in (?:your |a |the )?(?:web ?)?browser)|(?:having )?(?:trouble|problems?|difficulty) (?:viewing|reading) this.*|unsubscribe.*|(?:update|manage) (?:your |e-?mail |subscription )*preferences.*|you(?: are|[’']re)? (?:receiving|received?|get) this (?:e-?mail|newsletter|message|because).*|(?:copyright )?© ?\\d{4}.*|copyright ©.*|forward (?:this|to a friend).*|skip to content|advertisements?|report this ad|wordpress\\.com logo|(?:twitter|facebook|google\\+?|gravatar) (?:picture|photo|logo)|log in to .*|subscribe to .{0,40}|loading\\.\\.\\.|click to (?:share|print|email).*|read more|continue reading.*|you are commenting using.*|connecting to %s|reblog(?:ged)?|\\d+ (?:replies|reply|boosts?|likes?|reposts?|retweets?)(?: ?[·|,] ?\\d+ \\p{L}+)*|donate(?: now| today)?|support us|share|restack|leave a comment|thanks for reading .{2,60}|\\d+ min(?:ute)?s? read|to be updated contin\\w+ly.*|table of contents|(?:this|the) (?:post|article|piece|text|entry) (?:was )?(?:originally|first) (?:appeared|published|posted).*|originally (?:published|posted) (?:on|at|in).*|cross-?posted (?:from|on|to).*",
  de: '(?:e-?mail |newsletter |diese (?:e-?mail|nachricht) )?im (?:web-?)?browser (?:ansehen|öffnen|anzeigen|lesen)|online ansehen|abmelden.*|newsletter abbestellen.*|zum inhalt springen|anzeige|weiterlesen.*|wird laufend aktualisiert.*|dieser (?:beitrag|text|artikel) (?:erschien|ist) zuerst.*',
  fr: "(?:voir|afficher|lire|consulter|ouvrir) (?:cet? |ce |l[’'])?(?:e-?mail|mail|courriel|message|newsletter|infolettre)?\\s?(?:dans (?:votre|un|le) navigateur|en ligne)|se désabonner.*|se désinscrire.*|aller au contenu|publicité|lire la suite.*|mis à jour en continu.*",
  es: '(?:ver|abrir|leer) (?:este |el )?(?:correo|e-?mail|mensaje|boletín)?\\s?en (?:tu|su|el) navegador|(?:darse|date) de baja.*|cancelar suscripción.*|saltar al contenido|anuncios?|leer más|se actualizará continuamente.*',
  ru: '(?:открыть|посмотреть|читать) (?:это )?(?:письмо )?в браузере|отписаться.*|вы получили это письмо.*|поделиться',
  it: '(?:visualizza|apri|leggi) (?:questa (?:e-?mail|newsletter) )?nel (?:tuo )?browser|condividi|annulla l.iscrizione.*',
  ja: 'この記事を(?:シェア|共有).*|前の記事.*|次の記事.*',
  pt: '(?:ver|abrir|ler|visualizar) (?:este |o )?(?:e-?mail|mensagem|boletim)?\\s?no (?:seu )?navegador|cancelar (?:a )?(?:inscrição|subscrição).*|pular para o conteúdo|anúncios?|leia mais|será atualizado continuamente.*',
})

function isFurniture(text: string): boolean {
  const match = text.length > 160 ? null : always.exec(text)
  return match?.index === 0 && match[0].length >= text.length - 3
}

function readTail(blocks: Block[], texts: string[], head: PostHead): void {
  texts.forEach((text, at) => {
    const lines = text.split('\n')
    if (at === 0 && isAuthorBox(lines[0]!)) {
      const name = lines[0]!.replace(/^\S+(?: propos de| su)? /u, '').trim()
      const bio = (texts[1] ?? '')
        .split('\n')
        .filter(line => !filed.test(line))
        .join('\n')
        .trim()
      const url = blocks[1]?.runs.find(run => run.href)?.href
      if (!head.authors.some(author => author.name === name)) {
        head.authors.push({ name, ...(url ? { url } : {}), ...(bio ? { bio } : {}) })
      }
    }
    for (const line of lines) {
      const match = filed.exec(line)
      if (!match) continue
      add(head.categories, match[1])
      add(head.tags, match[2])
    }
  })
}

const filed =
  /^(?:This entry was posted in|Posted in|Filed under:?|Veröffentlicht (?:in|unter)|Publié dans|Publicado en|Publicado em)\s+(.+?)(?:(?:\s+and|\s*[|·])?\s+(?:tagged|with tags:?|tags:?|verschlagwortet mit|étiqueté|etiquetado)\s+(.+?))?(?:\.(?:\s.*)?)?$/iu

function add(list: string[], words: string | undefined): void {
  for (const word of (words ?? '').split(/\s*,\s*|\s+and\s+/)) {
    if (/[\p{L}\p{N}]/u.test(word) && !list.includes(word)) list.push(word)
  }
}
