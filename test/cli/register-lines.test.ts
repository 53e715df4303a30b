import { describe, expect, it } from '@jest/globals';
import { printLines } from '../../cli/commands/register.js';
import { createTerminal } from '../../cli/terminal.js';
import { htmlText } from '../../console/api/html.js';
import { registerPage } from '../../console/api/pages/index.js';
import type { Language } from '../../domain/index.js';
import type { RecordLine, RegisterCounts } from '../../register/index.js';

const sure: RecordLine = {
  ...{ clueNo: '530400-XS-2026-0087', petitionClass: 'report', title: '反映出租防空洞', summary: '' },
  ...{ receivedOn: '2018-09-20', source: 'petition', channel: 'letter', signature: 'anonymous' },
  ...{ status: 'registered', accused: ['公治文', '望川区人防办'], topics: [], amount: 23_000, sources: 1 },
  ...{ flags: [], doubts: { accused: [[], []], amount: false } },
};
const doubted: RecordLine = {
  ...sure,
  doubts: { accused: [[{ start: 1, end: 2 }], []], amount: true },
};

async function printed(line: RecordLine, language: Language): Promise<string> {
  const said: string[] = [];
  const out = async (text: string) => void said.push(text);
  await printLines(
    { ...createTerminal(language, false), out },
    { total: 1, sources: 1, lines: [line] },
    false,
  );
  return said.join('\n');
}

function page(line: RecordLine): string {
  const counts: RegisterCounts = {
    ...{ files: 1, originals: 1, documents: { due: 0, done: 1, failed: 0 }, items: { filed: 1, review: 0 } },
    pages: { total: 1, recognised: 1, waiting: 0, engines: [] },
    ...{ clues: { report: 1 }, failures: [], oldestDueSeconds: null },
  };
  return htmlText(registerPage({ language: 'zh', query: {}, counts, total: 1, lines: [line], topics: [] }));
}

describe('the list', () => {
  it('marks the names and sums that were read with doubt, and says what the mark means', async () => {
    const zh = await printed(doubted, 'zh');
    expect(zh).toMatch(/公治文（？）、望川区人防办 .*2\.3（？）/);
    expect(zh).toContain('“（？）”：识别存疑，请核对原件');
    const en = await printed(doubted, 'en');
    expect(en).toMatch(/公治文 \(\?\), 望川区人防办 .*2\.3 \(\?\)/);
    expect(en).toContain('“(?)”: read with doubt');
    for (const language of ['zh', 'en'] as const) expect(await printed(sure, language)).not.toMatch(/[？?]/);
  });

  it('marks on the page the characters and the sum', () => {
    const marks = (html: string) =>
      html.match(/<mark class="doubt"[^>]*>[^<]*/g)?.map((m) => m.replace(/.*>/, ''));
    expect(marks(page(doubted))).toEqual(['治', '2.3']);
    expect(marks(page(sure))).toBeUndefined();
  });
});
