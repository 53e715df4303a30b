import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { PermanentError } from '../../../domain/index.js';

export interface XmlHandler {
  /** Names are without their prefix, which every producer may choose as it likes. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Elements in one another; office documents have some dozens. */
const MAX_XML_DEPTH = 2_000;

/**
 * Walks an XML text from its beginning to its end. Document types are not obeyed: an entity that one declares is an
 * error like any other that XML does not know, and nothing outside is ever opened.
 *
 * @param kind the format that a damaged file is named by.
 * @throws {PermanentError} `extraction.damaged`.
 */
export function walkXml(xml: string, kind: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ position: false, xmlns: false });
  let depth = 0;
  parser.on('error', (cause) => {
    throw new PermanentError('extraction.damaged', { kind }, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_XML_DEPTH) throw new PermanentError('extraction.damaged', { kind });
    handler.open(withoutPrefix(name), attributes);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(withoutPrefix(name));
  });
  parser.write(xml).close();
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const direct = attributes[name] ?? attributes[`w:${name}`];
  if (direct !== undefined) return direct;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** The text of an XML file: by its byte order mark, else by what its first line says, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer.subarray(2), 'utf-16be');
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.toString('utf8', 3);
  const declared = /^<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w-]{1,20})["']/.exec(
    buffer.toString('latin1', 0, 200),
  );
  const encoding = declared?.[1] ?? 'utf-8';
  return iconv.encodingExists(encoding) ? iconv.decode(buffer, encoding) : buffer.toString('utf8');
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
