import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import {
  findFiles,
  isRefusal,
  openOffice,
  readConfig,
  superviseWorkers,
  takeIn,
} from '../../office/index.js';
import { peakOf } from '../processes.js';
import { qidiProgram } from '../qidi.js';
import { pagesFolder } from './ocr.js';

/** MB that no worker may exceed, whatever it reads. */
const most = 700;

/**
 * The greatest memory of each worker process, and pages per second, while one scan of 100 pages goes through the
 * whole main job.
 *
 * @param argv `--pages N` pages, `--workers N` worker processes (default 2).
 */
export async function run(argv: readonly string[]): Promise<number> {
  const pages = Number(argv[argv.indexOf('--pages') + 1]) || 100;
  const count = Number(argv[argv.indexOf('--workers') + 1]) || 2;
  const folder = await mkdtemp(join(tmpdir(), 'qidi-scan-'));
  try {
    const file = join(folder, '2017-05-03-卷宗扫描件.pdf');
    await writeFile(file, await scanOf(pages));
    const home = join(folder, 'home');
    process.env.QIDI_HOME = home;
    const config = { ...readConfig({ QIDI_HOME: home }), workers: count };
    const office = await openOffice(config);
    const workers = await superviseWorkers(qidiProgram, count, config);
    try {
      const pids = workers.pids();
      const batch = randomUUID();
      const facts = { channel: null, receivedOn: null };
      const started = performance.now();
      for await (const result of takeIn(
        office,
        batch,
        findFiles([file]),
        facts,
        new AbortController().signal,
      ))
        if (isRefusal(result)) throw new Error(result.code);
      for (;;) {
        const { files, filesDone } = await office.register.receipts.progress(batch);
        if (filesDone === files) break;
        await delay(200);
      }
      const seconds = (performance.now() - started) / 1000;
      const peaks = await Promise.all(pids.map(peakOf));
      console.log(`pages                    ${pages}, ${(pages / seconds).toFixed(2)} a second`);
      for (const [i, peak] of peaks.entries())
        console.log(`worker ${i + 1}                 peak ${peak} MB (target ${most})`);
      return peaks.every((peak) => peak > 0 && peak < most) ? 0 : 1;
    } finally {
      await workers.close();
      await office.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The ten pages of `bench/pages` over and over, each an image of its own in the file. */
async function scanOf(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < count; i += 1) {
    const name = `page-${String((i % 10) + 1).padStart(2, '0')}.png`;
    const image = await pdf.embedPng(await readFile(join(pagesFolder(), name)));
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return pdf.save();
}
