import { readFile } from 'node:fs/promises';
import { type Extraction, PermanentError } from '../../domain/index.js';
import { type FileOpener, openSandbox } from '../../pipelines/extraction/index.js';
import type { Answer, Task } from './run-corpus.js';

/** The process in which the corpus is opened: told a path, it answers what became of the file. */
const opener: FileOpener = openSandbox({
  children: 1,
  limits: { budget: Number(process.env.QIDI_HOSTILE_BUDGET) },
});
const secret = process.env.QIDI_HOSTILE_SECRET!;
/** What a page is worth is seen at the first ones. */
const mostRendered = 2;

async function open({ path, extension }: Task): Promise<Answer> {
  try {
    const bytes = await readFile(Buffer.from(path, 'base64'));
    const extraction = await opener.read(bytes, extension);
    const { parts, pages } = extraction;
    const failures = parts.flatMap((part) => part.failure?.code ?? []);
    const rendered = await render(bytes, extraction);
    const characters = pages.reduce((sum, page) => sum + page.text.length, 0);
    const formats = [...new Set(parts.map((part) => part.format ?? '?'))].join('+');
    return {
      outcome: 'read',
      detail: [
        `${formats}, ${parts.length} parts, ${pages.length} pages, ${characters} characters`,
        ...new Set([...failures, ...rendered]),
      ].join(', '),
      leaked: JSON.stringify(extraction).includes(secret),
    };
  } catch (error) {
    if (error instanceof PermanentError)
      return { outcome: error.code, detail: String(error.params.reason ?? ''), leaked: false };
    return { outcome: 'unexpected', detail: String((error as Error)?.stack ?? error), leaked: false };
  }
}

/** Codes of the pages that have to be recognised and have no image. */
async function render(bytes: Uint8Array, extraction: Extraction): Promise<string[]> {
  const codes: string[] = [];
  for (const { number } of extraction.pages.filter((page) => page.recognise).slice(0, mostRendered)) {
    try {
      await opener.renderPage(bytes, extraction, number);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      codes.push([error.code, error.params.reason ?? []].flat().join(' '));
    }
  }
  return codes;
}

process.on('message', (task: Task) => {
  void open(task).then((answer) => process.send!(answer));
});
process.send!('ready');
