// Installs the npm packages of package-lock.json, unless node_modules already holds exactly those.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const marker = 'node_modules/.safehand-lock';
const wanted = createHash('sha256')
  .update(readFileSync('package.json'))
  .update(readFileSync('package-lock.json'))
  .update(process.platform + process.arch)
  .digest('hex');

if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
  process.exit(0);
}

rmSync(marker, { force: true });
// --ignore-scripts: no package may run code of its own at installation
const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (npm.error) {
  console.error(`npm could not be started: ${npm.error.message}`);
  process.exit(1);
}
if (npm.status !== 0) {
  process.exit(npm.status ?? 1);
}
mkdirSync('node_modules', { recursive: true });
writeFileSync(marker, wanted);
