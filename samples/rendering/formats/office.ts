import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const filters = { doc: 'doc:MS Word 97', rtf: 'rtf:Rich Text Format', xls: 'xls:MS Excel 97' } as const;

/**
 * Has LibreOffice save a docx or xlsx in an older format; null where it is not installed
 * (`apt-get install --no-install-recommends libreoffice-writer libreoffice-calc`).
 *
 * @throws {Error} where it is there and fails.
 */
export async function saveAs(
  format: keyof typeof filters,
  source: Uint8Array,
  extension: 'docx' | 'xlsx',
): Promise<Buffer | null> {
  const work = await mkdtemp(join(tmpdir(), 'qidi-office-'));
  try {
    await writeFile(join(work, `paper.${extension}`), source);
    const { status, stderr, error } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${work}/profile`,
        '--headless',
        '--convert-to',
        filters[format],
        '--outdir',
        work,
        join(work, `paper.${extension}`),
      ],
      { encoding: 'utf8' },
    );
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return null;
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    return await readFile(join(work, `paper.${format}`));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
