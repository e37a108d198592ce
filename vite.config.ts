import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** Two builds: `vite build` makes the scripts and the style of the pages, `vite build --ssr` makes the server and the command line. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        build: {
          outDir: 'dist/server',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          sourcemap: true,
          rollupOptions: {
            input: { main: 'src/main.ts', cli: 'src/cli/main.ts' },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            external: [...builtinModules],
          },
        },
      }
    : {
        publicDir: 'src/web/public',
        build: {
          outDir: 'dist/assets',
          emptyOutDir: true,
          manifest: 'manifest.json',
          target: 'es2022',
          assetsDir: '',
          rollupOptions: { input: ['src/web/scripts/programme.ts', 'src/web/style/main.css'] },
        },
      },
)
