import { attribute, walkXml } from '../markup/index.js';
import { listNumber } from './numerals.js';

/** What a paragraph says of its list: the list's number and level, and its style, which may name both. */
export interface ListMark {
  list?: string | undefined;
  level?: number | undefined;
  style?: string | undefined;
}

/** The numbers that Word sets before paragraphs and keeps nowhere in the text: 一、 (1) ①. */
export interface Numbering {
  /** Counts the paragraph and gives what stands before it; '' for none, and for the dots of a plain list. */
  next(mark: ListMark): string;
}

interface Level {
  start: number;
  format: string;
  /** With %1 to %9 for the numbers of this level and those above it. */
  text: string;
}
interface List {
  scheme: string;
  /** Levels that begin anew where this list begins. */
  restarts: Map<number, number>;
}
interface Definitions {
  schemes: Map<string, Map<number, Level>>;
  lists: Map<string, List>;
  styles: Map<string, ListMark & { base?: string | undefined }>;
}

const levels = 9;
/** Characters of a number with what stands around it; more is no number. */
const longestText = 30;
/** Styles that are based on each other, one on the next. */
const deepest = 20;

/** No paragraph has a number. */
export const noNumbering: Numbering = { next: () => '' };

/**
 * @param numbering the part that defines lists (`numbering.xml`), `styles` the one that defines styles, which may lie in lists.
 * @throws {PermanentError} `extraction.damaged`.
 */
export function readNumbering(numbering: string, styles: string | null): Numbering {
  const definitions: Definitions = { schemes: new Map(), lists: new Map(), styles: new Map() };
  readLists(numbering, definitions);
  if (styles !== null) readStyles(styles, definitions);
  /** By scheme: lists of one scheme count on. */
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(mark) {
      const { list, level = 0 } = resolve(mark, definitions);
      const found = list === undefined ? undefined : definitions.lists.get(list);
      const scheme = found && definitions.schemes.get(found.scheme);
      const own = scheme?.get(level);
      if (list === undefined || !found || !scheme || !own) return '';
      const counter = counters.get(found.scheme) ?? [];
      counters.set(found.scheme, counter);
      if (!begun.has(list)) {
        begun.add(list);
        for (const [at, start] of found.restarts) counter[at] = start - 1;
      }
      counter[level] = (counter[level] ?? own.start - 1) + 1;
      counter.length = level + 1;
      if (own.format === 'bullet' || own.format === 'none') return '';
      const label = own.text.replace(/%([1-9])/g, (_, place: string) => {
        const at = Number(place) - 1;
        return listNumber(counter[at] ?? scheme.get(at)?.start ?? 1, scheme.get(at)?.format ?? 'decimal');
      });
      // Without a mark of its own the number would run into one that begins the text.
      return /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label;
    },
  };
}

/** The paragraph's own list, else that of its style or of one that this is based on. */
function resolve(mark: ListMark, { styles }: Definitions): ListMark {
  let { list, level, style } = mark;
  for (let depth = 0; style !== undefined && depth < deepest; depth++) {
    const known = styles.get(style);
    list ??= known?.list;
    level ??= known?.level;
    style = known?.base;
  }
  return { list, level };
}

function readLists(xml: string, { schemes, lists }: Definitions): void {
  let scheme: Map<number, Level> | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let override: number | null = null;
  walkXml(xml, 'docx', {
    open(name, attributes) {
      const value = () => attribute(attributes, 'val') ?? '';
      switch (name) {
        case 'abstractNum':
          scheme = new Map();
          schemes.set(attribute(attributes, 'abstractNumId') ?? '', scheme);
          break;
        case 'num':
          list = { scheme: '', restarts: new Map() };
          lists.set(attribute(attributes, 'numId') ?? '', list);
          break;
        case 'abstractNumId':
          if (list) list.scheme = value();
          break;
        case 'lvlOverride':
          override = levelOf(attribute(attributes, 'ilvl'));
          break;
        case 'startOverride':
          if (list && override !== null) list.restarts.set(override, startOf(value()));
          break;
        case 'lvl': {
          const at = levelOf(attribute(attributes, 'ilvl'));
          level = { start: 1, format: 'decimal', text: '' };
          // One inside an override is the list's own way of writing, which hardly anything uses.
          if (scheme && list === null) scheme.set(at, level);
          break;
        }
        case 'start':
          if (level) level.start = startOf(value());
          break;
        case 'numFmt':
          if (level) level.format = value();
          break;
        case 'lvlText':
          if (level) level.text = value().slice(0, longestText);
          break;
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'abstractNum') scheme = null;
      else if (name === 'num') list = null;
      else if (name === 'lvl') level = null;
      else if (name === 'lvlOverride') override = null;
    },
  });
}

function readStyles(xml: string, { styles }: Definitions): void {
  let style: (ListMark & { base?: string | undefined }) | null = null;
  walkXml(xml, 'docx', {
    open(name, attributes) {
      const value = attribute(attributes, 'val');
      if (name === 'style') {
        style = {};
        styles.set(attribute(attributes, 'styleId') ?? '', style);
      } else if (style && name === 'basedOn') style.base = value;
      else if (style && name === 'numId') style.list = value;
      else if (style && name === 'ilvl') style.level = levelOf(value);
    },
    text: () => undefined,
    close(name) {
      if (name === 'style') style = null;
    },
  });
}

/** The level of a list, from 0. */
export const levelOf = (value: string | undefined): number =>
  Math.min(levels - 1, Math.max(0, Math.trunc(Number(value)) || 0));

const startOf = (value: string): number => Math.min(9999, Math.max(0, Math.trunc(Number(value)) || 0));
