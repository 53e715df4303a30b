const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph of WordprocessingML; what is in it is markup already. */
export const paragraph = (runs: string) => `<w:p>${runs}</w:p>`;

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A table cell. @param properties markup for `w:tcPr`. */
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content === '' ? '' : run(content))}</w:tc>`;

export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

export const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

/** A text box as Word writes it: once for programs that know text boxes, once more for those that do not. */
export const textBox = (content: string) =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
  `${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` +
  `${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:w14="w14"';

/** One part of a document: `document`, `hdr`, `ftr`, `footnotes`, `comments`. */
export const wordPart = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`;

/**
 * The parts of a docx with this body; further ones by the last word of their relation's type and a number
 * (`header1`), or by their whole path where they are no XML (`embeddings/oleObject1.bin`).
 */
export function wordParts(
  body: string,
  further: Readonly<Record<string, string | Uint8Array>> = {},
): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
  };
  const links: [type: string, target: string][] = [];
  for (const [name, content] of Object.entries(further)) {
    const target = name.includes('/') ? name : `${name}.xml`;
    links.push([typeOf(name), target]);
    parts[`word/${target}`] = content;
  }
  parts['word/_rels/document.xml.rels'] = relations(links);
  return parts;
}

function typeOf(name: string): string {
  if (name.startsWith('media/')) return 'image';
  if (name.startsWith('afchunk/')) return 'aFChunk';
  if (name.startsWith('embeddings/')) return name.endsWith('.bin') ? 'oleObject' : 'package';
  return name.replace(/\d+$/, '');
}

function relations(links: readonly (readonly [type: string, target: string])[]): string {
  const items = links.map(
    ([type, target], i) => `<Relationship Id="r${i}" Type="${relationTypes}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
