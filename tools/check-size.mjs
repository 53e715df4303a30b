// A file of over 500 lines does too much, or says it too often.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const most = 500;
const { stdout } = spawnSync('git', ['ls-files', '*.ts', '*.mjs'], { encoding: 'utf8' });
const files = stdout.split('\n').filter(Boolean);
const long = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return lines > most ? [`${file}: ${lines} lines`] : [];
});
for (const line of long) console.error(line);
console.log(`${files.length} files, ${long.length} of over ${most} lines`);
if (files.length === 0 || long.length > 0) process.exit(1);
