import type { Post } from './block.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'

/** The text of a post in any of its forms → its blocks; `base` is the address that relative ones are told from. Throws `TooDeep`. */
export function readMarkup(text: string, base?: string): Post {
  return isPage(text) ? readHtml(text, base) : readMarkdown(text, base)
}

/** A whole page, or the inside of a post as the block editor stores it. */
export function isPage(text: string): boolean {
  const head = text.slice(0, 20_000)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)/i.test(head)) return true
  if (/<!-- wp:/.test(head)) return true
  const paragraphs = head.match(/<(?:p|div|li|h[1-6]|section|article|tr)\b[^>]*>/gi)?.length ?? 0
  return /^\s*</.test(head) && paragraphs > 0 && !hasPlainParagraph(head)
}

/** Behind an empty line something that is no element. */
function hasPlainParagraph(text: string): boolean {
  const [, ...behind] = text.split(/\n[^\S\n]*\n/)
  return behind.some(part => /^\s*[^<\s]/.test(part))
}
