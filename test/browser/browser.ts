import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Locator } from 'playwright-core'

/**
 * A browser for the tests: the one `CHROME_PATH` names, Debian's Chromium, an installed Chrome, else one is
 * installed (by apt as root, else Playwright's own). It is one for all tests of a worker, which takes it along when it
 * ends: to close it closes what was opened in it.
 */
export async function openBrowser(): Promise<Browser> {
  if (!opened?.isConnected()) {
    opened = await chromium.launch({ executablePath: browserPath(), args: browserArguments })
    const browser = opened
    browser.close = async () => {
      await Promise.all(browser.contexts().map(context => context.close()))
    }
  }
  return opened
}

let opened: Browser | undefined

/** Press what leads to another page, and wait until all of that has come: a click itself waits for its first byte. */
export async function follow(pressed: Locator): Promise<void> {
  await Promise.all([pressed.page().waitForEvent('domcontentloaded'), pressed.click()])
}

/** Where it is. */
export function browserPath(): string {
  return findBrowser() ?? installBrowser()
}

/**
 * What the window around a page has, of which no test sees anything: each context and page would load it anew, and
 * take twice the time. What Playwright turns off itself is told again, as the last list counts.
 */
const needless = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
]

/** How it is started. */
export const browserArguments = [
  `--disable-features=${needless.join(',')}`,
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium has no sandbox for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

function findBrowser(): string | null {
  const told = process.env.CHROME_PATH
  if (told && !existsSync(told)) throw new Error(`CHROME_PATH is ${told}, where no file is.`)
  return [told, ...usual, chromium.executablePath()].find(path => path && existsSync(path)) ?? null
}

function installBrowser(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  if (!findBrowser()) run('npx', ['playwright-core', 'install', 'chromium'])
  const found = findBrowser()
  if (!found)
    throw new Error(
      'No browser was found or could be installed for the tests. Install Chromium, or set CHROME_PATH.',
    )
  return found
}

function run(command: string, words: string[]): void {
  spawnSync(command, words, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
}
