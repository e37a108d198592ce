import { resolve } from 'node:path'
import { reportPosts } from './accuracy/posts.ts'
import { reportTimes } from './accuracy/times.ts'

// Accuracy against the hand-made answer keys of the shared samples. `--times`, `--posts` run one part.
const samples = resolve(import.meta.dirname, '..', process.env.DAYLONG_SAMPLES ?? '../shared/data')
const asked = process.argv.slice(2)
const all = !asked.includes('--times') && !asked.includes('--posts')

if (all || asked.includes('--times')) reportTimes(samples)
if (all || asked.includes('--posts')) await reportPosts(samples)
