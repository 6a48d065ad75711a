// Bundles the console: one bundler, no plugin, file names by content. Usage: node build/bundle.mjs OUT
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const out = process.argv[2] ?? 'dist';
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const asFile = Object.fromEntries(
  ['.woff2', '.woff', '.ttf', '.svg', '.png', '.jpg'].map((ending) => [ending, 'file']),
);
const result = await build({
  entryPoints: { app: 'src/main.tsx' },
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  target: ['es2022'],
  jsx: 'automatic',
  outdir: `${out}/assets`,
  publicPath: '/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: asFile,
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
});

const [script, entry] = Object.entries(result.metafile.outputs).find(
  ([, output]) => output.entryPoint === 'src/main.tsx',
);

/** The attributes of a subresource whose content is pinned by its digest. */
async function pinned(attribute, file) {
  const name = path.basename(file);
  const digest = createHash('sha384')
    .update(await readFile(`${out}/assets/${name}`))
    .digest('base64');
  return `${attribute}="/assets/${name}" integrity="sha384-${digest}"`;
}

async function page(file, title, head, body) {
  await writeFile(
    `${out}/${file}`,
    `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`,
  );
}

const style = `<link rel="stylesheet" ${await pinned('href', entry.cssBundle)}>`;
await page(
  'index.html',
  'Safehand',
  `${style}\n<script type="module" ${await pinned('src', script)}></script>`,
  '<div id="root"></div>\n<noscript>Safehand needs JavaScript of its own origin.</noscript>',
);
await page(
  'bye.html',
  'Signed out - Safehand',
  style,
  '<main class="sh-plain"><h1>You are signed out</h1><p><a href="/">Sign in again</a></p></main>',
);
await page(
  'retry.html',
  'Sign-in did not finish - Safehand',
  style,
  '<main class="sh-plain"><h1>The sign-in did not finish</h1>' +
    '<p>It was left open too long, or another tab began one. <a href="/">Try again</a></p></main>',
);
