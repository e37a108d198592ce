/** Readers' pages are kept by the browser for when there is no network; begun when the page has long been there. */
export function keepForOffline(): void {
  const { worker } = document.documentElement.dataset
  if (!worker || !('serviceWorker' in navigator)) return
  const begin = () => navigator.serviceWorker.register(worker).catch(() => {})
  // This script may come after all the rest of the page.
  if (document.readyState === 'complete') setTimeout(begin, 2000)
  else addEventListener('load', () => setTimeout(begin, 2000))
}
