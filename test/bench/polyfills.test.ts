import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const built = (path: string) => new URL(`../../dist/${path}`, import.meta.url).href;

/** Whether arrays still have their own `push` once a module is loaded, in a process of its own. */
function keepsPush(module: string): string {
  // Polyfills call themselves native code: only another function tells them apart.
  const script = `const own = Array.prototype.push;
    try { await import(${JSON.stringify(module)}); } finally { console.log(Array.prototype.push === own); }`;
  const options = { encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], options).stdout.trim();
}

describe('the PDF library, which puts slow polyfills in place of the language’s own methods', () => {
  it.each(['workers/index.js', 'office/index.js', 'bench/index.js'])('is not loaded by %s', (path) => {
    expect(keepsPush(built(path))).toBe('true');
  });

  it('is loaded where files are read', () => {
    expect(keepsPush(built('pipelines/extraction/in-process.js'))).toBe('false');
  });
});
