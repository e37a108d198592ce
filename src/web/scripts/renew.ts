/**
 * Takes the lists of the page anew from the server: links, recordings and words of a moment are its to say.
 *
 * @returns the lists that were put in; null where there was no answer, or the page has become another
 */
export async function renew(address: URL): Promise<Element[] | null> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const own = [...document.querySelectorAll(lists)]
  const fresh = [...page.querySelectorAll(lists)]
  if (fresh.length !== own.length) return null
  for (const [index, list] of own.entries()) list.replaceWith(document.adoptNode(fresh[index]!))
  return fresh
}

const lists = 'main > .list, main > [data-found] > .list'
