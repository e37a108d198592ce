import { join, resolve } from 'node:path'
import { reportPages } from './accuracy/pages.ts'
import { reportPairs } from './accuracy/pairs.ts'
import { reportPosts } from './accuracy/posts.ts'
import { reportSpam } from './accuracy/spam.ts'
import { reportTimes } from './accuracy/times.ts'

// Accuracy against the hand-made answer keys of the shared samples. `--times`, `--posts`, `--pages`, `--pairs` run one part;
// `--spam` measures with labelled messages that are installed for it, `--tune` within the half that is learned, `--show` tells what went wrong.
const samples = resolve(import.meta.dirname, '..', process.env.DAYLONG_SAMPLES ?? '../shared/data')
const asked = process.argv.slice(2)
const all = !asked.some(part => /^--(?:times|posts|pages|pairs|spam)$/.test(part))

if (all || asked.includes('--times')) {
  reportTimes(join(samples, 'times/expected.jsonl'), 'Times people wrote')
  for (const name of ['announced', 'told', 'posted', 'written', 'world'])
    reportTimes(
      resolve(import.meta.dirname, `../test/times/${name}.jsonl`),
      `Times written for this, ${name}`,
    )
}
if (all || asked.includes('--posts')) {
  await reportPosts(join(samples, 'blog'), 'Posts')
  await reportPosts(resolve(import.meta.dirname, '../test/posts'), 'Posts written for this')
  await reportPosts(resolve(import.meta.dirname, '../test/mails'), 'Mails written for this')
}
if (all || asked.includes('--pages')) {
  reportPages(join(samples, 'pages'), 'Pages')
  reportPages(resolve(import.meta.dirname, '../test/pages'), 'Pages written for this')
  reportPages(resolve(import.meta.dirname, '../test/pages/sites'), 'Pages of well-known sites')
}
if (all || asked.includes('--pairs'))
  await reportPairs(resolve(import.meta.dirname, '../test/pairs'), samples)
if (asked.includes('--spam')) {
  const isMet = await reportSpam({ tune: asked.includes('--tune'), shows: asked.includes('--show') })
  process.exitCode = isMet ? 0 : 1
}
