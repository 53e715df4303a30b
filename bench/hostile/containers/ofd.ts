import { packRepeated } from '../building/packed.js';
import { type ZipPart, zipFile } from '../building/zip-file.js';
import { type Family, filesOf } from '../hostile-file.js';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

type Parts = Readonly<Record<string, string | Omit<ZipPart, 'name'>>>;

/** A fixed-layout document (GB/T 33190) of one page, with parts added or put in place of its own. */
function ofd(parts: Parts = {}): Buffer {
  const all: Parts = {
    'OFD.xml': `<?xml version="1.0"?><ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': documentOf('<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'),
    'Doc_0/Pages/Page_0/Content.xml': pageOf(words('关于某单位涉嫌违规收费问题的反映材料一份请查收')),
    ...parts,
  };
  return zipFile(
    Object.entries(all).map(([name, part]) =>
      typeof part === 'string' ? { name, content: part } : { name, ...part },
    ),
  );
}
const documentOf = (pages: string, common = '') =>
  `<?xml version="1.0"?><ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${pages}</ofd:Pages></ofd:Document>`;
const pageOf = (content: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<ofd:Page ${namespace}><ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content></ofd:Page>`;
const words = (text: string, delta = '') =>
  `<ofd:TextObject ID="3" Boundary="10 10 190 10" Font="1" Size="4"><ofd:TextCode X="0" Y="4"${delta}>${text}</ofd:TextCode></ofd:TextObject>`;

export const ofdFiles: Family = ({ http, path }) =>
  filesOf('ofd', {
    'plain.ofd': () => ofd(),
    'root-is-itself.ofd': () =>
      ofd({
        'OFD.xml': `<ofd:OFD ${namespace}><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      }),
    'page-is-the-document.ofd': () =>
      ofd({
        'Doc_0/Document.xml': documentOf(
          '<ofd:Page ID="1" BaseLoc="Document.xml"/><ofd:Page ID="2" BaseLoc="../OFD.xml"/>',
        ),
      }),
    'same-page-100000-times.ofd': () =>
      ofd({
        'Doc_0/Document.xml': documentOf(
          '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(100_000),
        ),
      }),
    'template-of-itself.ofd': () =>
      ofd({
        'Doc_0/Document.xml': documentOf(
          '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>',
          '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        ),
        'Doc_0/Tpls/Tpl_0/Content.xml': `<ofd:Page ${namespace}><ofd:Template TemplateID="7"/></ofd:Page>`,
        'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${namespace}><ofd:Template TemplateID="7"/></ofd:Page>`,
      }),
    'pages-outside.ofd': () =>
      ofd({
        'Doc_0/Document.xml': documentOf(
          `<ofd:Page ID="1" BaseLoc="${http}/page.xml"/><ofd:Page ID="2" BaseLoc="file://${path}"/><ofd:Page ID="3" BaseLoc="../../../../../..${path}"/><ofd:Page ID="4" BaseLoc="${path}"/>`,
        ),
      }),
    'external-entity.ofd': () =>
      ofd({
        'Doc_0/Pages/Page_0/Content.xml': pageOf(
          words('&x;&y;'),
          `<!DOCTYPE Page [<!ENTITY x SYSTEM "file://${path}"><!ENTITY y SYSTEM "${http}/ofd-entity">]>`,
        ),
      }),
    'gigabyte-page.ofd': () =>
      ofd({ 'Doc_0/Pages/Page_0/Content.xml': { packed: packRepeated(words('举报').repeat(4096), 1300) } }),
    'endless-deltas.ofd': () =>
      ofd({
        'Doc_0/Pages/Page_0/Content.xml': pageOf(
          words('举报材料', ' DeltaX="g 4000000000 5 g 4000000000 1e308"'),
        ),
      }),
    'each-character-a-cell.ofd': () =>
      ofd({
        'Doc_0/Pages/Page_0/Content.xml': pageOf(words('举'.repeat(199_000), ' DeltaX="g 199000 50"')),
      }),
    'hundred-thousand-deep.ofd': () =>
      ofd({
        'Doc_0/Pages/Page_0/Content.xml': pageOf(
          `${'<ofd:PageBlock ID="4">'.repeat(100_000)}${'</ofd:PageBlock>'.repeat(100_000)}`,
        ),
      }),
    'no-pages.ofd': () => ofd({ 'Doc_0/Document.xml': documentOf('') }),
    'no-document.ofd': () => zipFile([{ name: 'OFD.xml', content: '<OFD/>' }]),
    'page-of-a-kilometre.ofd': () =>
      ofd({
        'Doc_0/Document.xml': documentOf('<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>').replace(
          '0 0 210 297',
          '0 0 1e9 -1e9',
        ),
      }),
  });
