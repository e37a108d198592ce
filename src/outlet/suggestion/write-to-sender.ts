import type { NoticeWords } from '../notice/write-letter.ts'
import { writeMail } from '../notice/write-mail.ts'

/** What is written to whoever suggested something. */
export type LetterKind = 'received' | 'accepted' | 'drafted' | 'declined' | 'question'

export type ToSender = {
  words: NoticeWords
  baseUrl: string
  /** Of the edition. */
  title: string
  /** Their own page, absolute. */
  link: string
}

/** The usual words, to be changed before they go out. @param links where in the programme it stands, absolute */
export function usualWords(
  kind: LetterKind,
  { words: { say }, title }: Pick<ToSender, 'words' | 'title'>,
  links: string[] = [],
): string {
  return say(`suggestion.letter.${kind}`, { title, links: links.join('\n') }).trim()
}

/** A mail with these words; how the sender follows what becomes of it stands below them, whatever they are. */
export function writeToSender(
  text: string,
  { words, baseUrl, title, link }: ToSender,
): { subject: string; text: string; html: string } {
  const { say, language, dir } = words
  const subject = say('suggestion.letter.subject', { title }).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
  const paragraphs = text.split(/\n\s*\n/).map(paragraph => ({
    heading: null,
    rows: paragraph.split('\n').flatMap(line => {
      const said = line.trim()
      if (said === '') return []
      return [isAddress(said) ? { text: said, url: said } : { text: said }]
    }),
  }))
  return writeMail({
    language,
    dir,
    subject,
    title: subject,
    parts: paragraphs.filter(({ rows }) => rows.length > 0),
    action: { label: say('suggestion.letter.follow'), url: link },
    foot: { why: say('suggestion.letter.why', { host: new URL(baseUrl).host }), links: [] },
  })
}

function isAddress(words: string): boolean {
  return /^https?:\/\/\S+$/.test(words)
}
