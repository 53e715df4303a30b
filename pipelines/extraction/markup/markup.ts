import { Parser } from 'htmlparser2';
import { PermanentError } from '../../../domain/index.js';
import { MAX_DOCUMENT_PART_BYTES, MAX_MARKUP_DEPTH } from '../limits.js';

export interface MarkupHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  /** Text may come in several pieces; entities are resolved. */
  text?(text: string): void;
}

/**
 * Walks through HTML or XML, however broken. Nothing is loaded, no document type is read, and no entity but those
 * of HTML or XML itself is known. Names of XML come without their prefix: producers differ in it.
 *
 * @throws {PermanentError} `extraction.unpacks_too_large`, `extraction.nested_too_deep`.
 */
export function walkMarkup(source: string, kind: 'html' | 'xml', handlers: MarkupHandlers): void {
  if (source.length > MAX_DOCUMENT_PART_BYTES) throw new PermanentError('extraction.unpacks_too_large');
  const xml = kind === 'xml';
  const bare = (name: string) => (xml ? name.slice(name.indexOf(':') + 1) : name);
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname() {
        depth += 1;
        if (depth > MAX_MARKUP_DEPTH)
          throw new PermanentError('extraction.nested_too_deep', { limit: MAX_MARKUP_DEPTH });
      },
      onopentag: (name, attributes) => handlers.open?.(bare(name), attributes),
      onclosetag(name) {
        depth -= 1;
        handlers.close?.(bare(name));
      },
      ontext: (text) => handlers.text?.(text),
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parser.end(source);
}
