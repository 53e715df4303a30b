import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Entry {
  version?: string;
  license?: string;
  dev?: boolean;
  os?: string[];
  optional?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};

const { include: rooms } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { include: string[] };
/** Packages that the compiled product imports; benches and samples are not part of it. */
const imported = new Set(
  rooms
    .filter((room) => room !== 'bench' && room !== 'samples')
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => [
          ...readFileSync(join(room, file), 'utf8').matchAll(
            /(?:from |\()'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g,
          ),
        ])
        .map((match) => match[1]!),
    ),
);

/** Licences under which a package may come with an Apache-2.0 product. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
]);
/** Libraries of their own that are loaded at run time and can be replaced, as the LGPL asks: libvips beside sharp, libheif. */
const lesserGpl = /^node_modules\/(?:@img\/sharp-|libheif-js$)/;

/** Whether one of the alternatives of an SPDX expression is allowed in all its parts. */
function isAllowed(expression: string, also: readonly string[]): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part) || also.includes(part)));
}

describe('licences', () => {
  const production = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.dev);

  it('of every package that is installed with the product are allowed', () => {
    expect(production.length).toBeGreaterThan(Object.keys(dependencies).length);
    const refused = production
      // A platform's package that is not installed here carries no licence in the lock file.
      .filter(([, { license, optional }]) => license !== undefined || !optional)
      .filter(
        ([path, { license = '' }]) =>
          !isAllowed(license, lesserGpl.test(path) ? ['LGPL-3.0', 'LGPL-3.0-or-later'] : []),
      )
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(refused).toEqual([]);
  });

  it('of everything that a source imports stand in docs/libraries.md, and nothing else does', () => {
    const rows = [
      ...readFileSync('docs/libraries.md', 'utf8').matchAll(/^\| `(\S+)` \| .+? \| (.+?) \| .+ \|$/gm),
    ];
    const listed = Object.fromEntries(rows.map((m) => [m[1]!, m[2]!]));
    // Models are opened by name, not imported.
    const used = Object.keys(dependencies).filter(
      (d) => imported.has(d) || d.startsWith('@tesseract.js-data/'),
    );
    expect(used.length).toBeGreaterThan(20);
    expect(listed).toEqual(
      Object.fromEntries(used.map((name) => [name, lock.packages[`node_modules/${name}`]!.license])),
    );
  });
});
