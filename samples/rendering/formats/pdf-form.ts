import { numberedPdf, ucs2 } from '../pdf.js';

const left = 60;
const fieldLeft = 150;
const right = 540;
const lineHeight = 20;

/** A form to fill in on screen: labels printed, what is filled in only as the values of its fields. */
export function renderPdfForm(text: string): Buffer {
  const shown: string[] = [];
  const fields: string[] = [];
  let y = 770;
  for (const line of text.split('\n')) {
    const colon = line.indexOf('：') + 1;
    shown.push(`BT /F1 12 Tf ${left} ${y} Td <${ucs2(colon > 0 ? line.slice(0, colon) : line)}> Tj ET`);
    const value = line.slice(colon);
    const height = lineHeight * Math.ceil(value.length / 30);
    if (colon > 0)
      fields.push(
        `<< /Type /Annot /Subtype /Widget /F 4 /FT /Tx /Ff ${height > lineHeight ? 4096 : 0} /T (f${fields.length}) ` +
          `/V <FEFF${ucs2(value)}> /DA (/F1 12 Tf 0 g) /Rect [${fieldLeft} ${y + 14 - height} ${right} ${y + 14}] /P 6 0 R >>`,
      );
    y -= Math.max(height, lineHeight) + 6;
  }
  const content = shown.join('\n');
  const refs = fields.map((_, i) => `${8 + i} 0 R`).join(' ');
  return numberedPdf(
    `/AcroForm << /Fields [${refs}] /NeedAppearances true /DR << /Font << /F1 3 0 R >> >> /DA (/F1 12 Tf 0 g) >>`,
    1,
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R /Annots [${refs}] >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ...fields,
    ],
  );
}
