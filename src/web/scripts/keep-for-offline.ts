/** Readers' pages are kept by the browser for when there is no network; begun when the page has long been there. */
export function keepForOffline(): void {
  const { worker } = document.documentElement.dataset
  if (!worker || !('serviceWorker' in navigator)) return
  const begin = () => navigator.serviceWorker.register(worker).catch(() => {})
  addEventListener('load', () => setTimeout(begin, 2000))
}
