import { readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { build, defineConfig, type Plugin } from 'vite'

/** Two builds: `vite build` makes the scripts and the style of the pages, `vite build --ssr` makes the server and the command line. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        // Hundreds of small modules: put into one they cost a third of the time to start and of the memory.
        ssr: {
          noExternal: [
            'kysely',
            'hono',
            '@hono/node-server',
            'sanitize-html',
            'postcss',
            'htmlparser2',
            'markdown-it',
            'rate-limiter-flexible',
            'intl-messageformat',
          ],
        },
        build: {
          outDir: 'dist/server',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          sourcemap: true,
          rollupOptions: {
            input: {
              main: 'src/main.ts',
              daylong: 'src/daylong.ts',
              'inspect-worker': 'src/intake/inspect-worker.ts',
              'export-worker': 'src/intake/wordpress/export-worker.ts',
              'pdf-worker': 'src/intake/pdf/pdf-worker.ts',
              'sheet-worker': 'src/intake/spreadsheet/sheet-worker.ts',
              'picture-worker': 'src/outlet/page-picture/picture-worker.ts',
              'figure-worker': 'src/intake/figure/figure-worker.ts',
              'look-worker': 'src/intake/look/look-worker.ts',
              'mention-worker': 'src/intake/webmention/mention-worker.ts',
            },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            external: [...builtinModules],
          },
        },
      }
    : {
        plugins: [classicScript('head'), classicScript('worker'), deskScript()],
        publicDir: 'src/web/public',
        json: { namedExports: false },
        build: {
          outDir: 'dist/assets',
          emptyOutDir: true,
          manifest: 'manifest.json',
          target: 'es2022',
          assetsDir: '',
          rollupOptions: {
            // What is loaded late is called by what loads it.
            preserveEntrySignatures: 'exports-only',
            input: [
              'src/web/scripts/programme.ts',
              'src/web/scripts/player.ts',
              'src/web/scripts/live.ts',
              'src/web/scripts/notices.ts',
              'src/web/scripts/comments.ts',
              'src/web/scripts/proof.ts',
              'src/web/scripts/proof-worker.ts',
              'src/web/style/main.css',
              'src/web/style/besides.css',
              'src/web/style/archive.css',
              'src/web/style/desk.css',
              'src/web/style/plan.css',
              'src/web/style/figures.css',
              'src/web/style/you.css',
              'src/web/style/comments.css',
              'src/web/style/suggest.css',
              ...readdirSync('locales/cities')
                .filter(name => name.endsWith('.json'))
                .map(name => `locales/cities/${name}`),
            ],
            output: { entryFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
          },
        },
      },
)

/**
 * The script that stands in the head of a page, and that which keeps pages for readers who are offline, have to be one
 * classic script each, without imports: builds of their own.
 */
function classicScript(name: 'head' | 'worker'): Plugin {
  return {
    name: `daylong-${name}-script`,
    apply: 'build',
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: 'dist/assets',
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: `src/web/scripts/${name}.ts`,
            formats: ['iife'],
            name: 'daylong',
            fileName: () => `${name}.js`,
          },
        },
      })
    },
  }
}

/**
 * What the desk's script shares with that of readers would be a file of its own, which readers would have to ask for:
 * a build of its own, too.
 */
function deskScript(): Plugin {
  return {
    name: 'daylong-desk-script',
    apply: 'build',
    buildStart() {
      const folder = resolve('src/web/scripts')
      for (const file of [
        'desk.ts',
        'worker.ts',
        ...readdirSync(join(folder, 'desk')).map(name => join('desk', name)),
      ])
        this.addWatchFile(join(folder, file))
    },
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: 'dist/assets',
          emptyOutDir: false,
          manifest: 'manifest-desk.json',
          target: 'es2022',
          assetsDir: '',
          rollupOptions: {
            input: ['src/web/scripts/desk.ts'],
            output: { entryFileNames: '[name]-[hash].js' },
          },
        },
      })
    },
  }
}
