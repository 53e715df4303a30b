import { describe, expect, it } from '@jest/globals';
import { extract } from '../../extractions.js';
import { pdfOf } from '../files.js';

describe('a file that is pinned to a page', () => {
  it('is a member, as those embedded in the document are', async () => {
    const stream = (text: string) =>
      `<< /Type /EmbeddedFile /Length ${text.length} >>\nstream\n${text}\nendstream`;
    const pin = '/Type /Annot /Subtype /FileAttachment /Rect [10 10 20 20] /Contents (look)';
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R 7 0 R] /Contents 6 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
      `<< ${pin} /FS << /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R >> >> >>`,
      stream('A letter that was pinned'),
      '<< /Length 40 >>\nstream\nBT /F 12 Tf 20 100 Td (See the pin) Tj ET\nendstream',
      `<< ${pin} /FS << /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 8 0 R >> >> >>`,
      stream('And another one here'),
    ]);
    const { parts, pages } = await extract(pdf, 'pdf');
    expect(parts.map(({ member, format }) => [member, format])).toEqual([
      [null, 'pdf'],
      ['a.txt', 'text'],
      ['附件2-a.txt', 'text'],
    ]);
    expect(pages.map(({ text }) => text)).toEqual([
      'See the pin',
      'A letter that was pinned',
      'And another one here',
    ]);
  });
});
