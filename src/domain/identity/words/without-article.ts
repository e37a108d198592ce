/** “الثانوية” is “ثانوية”, “המכללה” is “מכללה”: Arabic and Hebrew write the article, and some short words, with the word. */
export function withoutArticle(word: string): string {
  return written.test(word) ? word.replace(article, '') : word
}

const written = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u
const article = /^(?:[وفبك]?ال|لل|[ובלמש]?ה)(?=\p{L}{4})/u
