import { writeZip } from './zip.js';

export interface OfdPage {
  /** Lines of the page, set from the top; a tab begins a cell further right. */
  lines?: readonly string[];
  /** A picture that fills the page. */
  image?: { name: string; bytes: Uint8Array };
  /** What is set in the form that lies under the page. */
  form?: readonly string[];
}

export interface OfdFile {
  pages: readonly OfdPage[];
  attachments?: readonly { name: string; bytes: Uint8Array }[];
  /** A note that somebody set on the first page. */
  remark?: string;
  /** The prefix of the names: `ofd` usually, '' with some producers. */
  prefix?: string;
}

const NAMESPACE = 'http://www.ofdspec.org/2016';
const WIDTH = 210;
const HEIGHT = 297;
const SIZE = 5;

/** Writes an OFD (GB/T 33190) as an office program prints it: each line one text with the steps between characters. */
export function writeOfd(...documents: readonly OfdFile[]): Buffer {
  const prefix = documents[0]?.prefix ?? 'ofd';
  const bodies = documents.map(
    (_, i) => `<DocBody><DocInfo/><DocRoot>Doc_${i}/Document.xml</DocRoot></DocBody>`,
  );
  const files = { 'OFD.xml': xml(prefix, `<OFD Version="1.0" DocType="OFD">${bodies.join('')}</OFD>`) };
  for (const [i, file] of documents.entries()) Object.assign(files, documentFiles(file, `Doc_${i}`, prefix));
  return writeZip(
    Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content as string) })),
  );
}

function documentFiles(file: OfdFile, folder: string, prefix: string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  const add = (name: string, content: string) => {
    files[`${folder}/${name}`] = xml(prefix, content);
  };
  const pages: string[] = [];
  const forms: string[] = [];
  const media: string[] = [];
  for (const [i, { lines, image, form }] of file.pages.entries()) {
    pages.push(`<Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`);
    if (form) {
      forms.push(`<TemplatePage ID="${1000 + i}" BaseLoc="Tpls/Tpl_${i}/Content.xml"/>`);
      add(`Tpls/Tpl_${i}/Content.xml`, contentOf(form, 20));
    }
    if (image) {
      media.push(
        `<MultiMedia ID="${2000 + i}" Type="Image"><MediaFile>${image.name}</MediaFile></MultiMedia>`,
      );
      files[`${folder}/Res/${image.name}`] = image.bytes;
    }
    const under = form ? `<Template TemplateID="${1000 + i}" ZOrder="Background"/>` : '';
    const picture = image
      ? `<ImageObject ID="9" ResourceID="${2000 + i}" Boundary="0 0 ${WIDTH} ${HEIGHT}"/>`
      : '';
    add(`Pages/Page_${i}/Content.xml`, contentOf(lines ?? [], 40, under, picture));
  }
  add('DocumentRes.xml', `<Res BaseLoc="Res"><MultiMedias>${media.join('')}</MultiMedias></Res>`);
  const attachments = file.attachments ?? [];
  for (const { name, bytes } of attachments) files[`${folder}/Attachs/${name}`] = bytes;
  add(
    'Attachs/Attachments.xml',
    `<Attachments>${attachments.map(({ name }) => `<Attachment ID="1" Name="${name}"><FileLoc>${name}</FileLoc></Attachment>`).join('')}</Attachments>`,
  );
  if (file.remark) {
    add(
      'Annots/Annotations.xml',
      '<Annotations><Page PageID="1"><FileLoc>Page_0.xml</FileLoc></Page></Annotations>',
    );
    add(
      'Annots/Page_0.xml',
      `<PageAnnot><Annot Type="Path"><Remark>${file.remark}</Remark></Annot></PageAnnot>`,
    );
  }
  add(
    'Document.xml',
    `<Document><CommonData><PageArea><PhysicalBox>0 0 ${WIDTH} ${HEIGHT}</PhysicalBox></PageArea>` +
      `<DocumentRes>DocumentRes.xml</DocumentRes>${forms.join('')}</CommonData><Pages>${pages.join('')}</Pages>` +
      `<Annotations>Annots/Annotations.xml</Annotations><Attachments>/${folder}/Attachs/Attachments.xml</Attachments></Document>`,
  );
  return files;
}

/** Lines are written from the last to the first: the order in the file says nothing. */
function contentOf(lines: readonly string[], top: number, before = '', after = ''): string {
  const objects = lines.flatMap((line, row) =>
    line.split('\t').map((cell, column) => {
      const steps = cell.length > 1 ? ` DeltaX="g ${cell.length - 1} ${SIZE}"` : '';
      const code = `<TextCode X="0" Y="${SIZE}"${steps}>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</TextCode>`;
      return `<TextObject ID="7" Boundary="${20 + column * 60} ${top + row * 10} 170 ${SIZE + 2}" Font="1" Size="${SIZE}">${code}</TextObject>`;
    }),
  );
  return `<Page>${before}<Content><Layer ID="6">${objects.reverse().join('')}${after}</Layer></Content></Page>`;
}

function xml(prefix: string, content: string): string {
  const named = prefix === '' ? content : content.replace(/<(\/?)(?=[A-Z])/g, `<$1${prefix}:`);
  const declaration = prefix === '' ? `xmlns="${NAMESPACE}"` : `xmlns:${prefix}="${NAMESPACE}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named.replace(/^<[\w:]+/, (root) => `${root} ${declaration}`)}`;
}
