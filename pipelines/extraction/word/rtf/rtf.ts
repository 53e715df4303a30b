import iconv from 'iconv-lite';
import { PermanentError } from '../../../../domain/index.js';
import type { FormatReader, ReadFile } from '../../formats.js';
import { newTextBudget } from '../../page-text.js';
import { joinStories } from '../join-stories.js';
import { openRtfStories } from './rtf-stories.js';
import { walkRtf } from './rtf-tokens.js';

/** Rich text, as Word, WPS and WordPad write it; pictures and objects in it are passed over. */
export const rtfReader: FormatReader = {
  format: 'rtf',
  extensions: ['rtf'],
  read: (bytes) => Promise.resolve(readRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
};

/** Groups in one another; Word writes some dozens. */
const MAX_GROUPS = 2_000;

/** What a group's properties are; they end with it. */
interface Group {
  /** Nothing in it is text. */
  skip: boolean;
  /** It began with `\*`: whoever does not know what it is passes over it. */
  starred: boolean;
  /** It has begun and says next what it is. */
  fresh: boolean;
  /** Fallback characters behind each Unicode one. */
  fallbacks: number;
  font: number;
  /** The font that Word names for Chinese characters beside the one for Latin letters. */
  wideFont: number | null;
  deleted: boolean;
  inTable: boolean;
  /** The group is a stretch of text of its own (a header, a note). */
  story: boolean;
  fontTable: boolean;
}

const passedOver = new Set(
  (
    'colortbl stylesheet info pict objdata objclass objname fldinst shprslt nonshppict nonesttables listtable ' +
    'listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles ' +
    'bkmkstart bkmkend xe tc rxe private filetbl revtbl upr datafield ftnsep ftnsepc aftnsep aftnsepc atnid ' +
    'atnauthor atntime atnref atndate atnparent pgptbl mmathPr sp sn sv background template falt panose'
  ).split(' '),
);
/** Starred groups with text in them. */
const knownStarred = new Set(['shpinst', 'annotation', 'nesttableprops', 'shppict', 'footnote']);
const storyKinds: Readonly<Record<string, 'hdr' | 'ftr' | 'note' | 'comment' | 'box'>> = {
  header: 'hdr',
  headerl: 'hdr',
  headerr: 'hdr',
  headerf: 'hdr',
  footer: 'ftr',
  footerl: 'ftr',
  footerr: 'ftr',
  footerf: 'ftr',
  footnote: 'note',
  annotation: 'comment',
  shptxt: 'box',
};
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};
/** Windows code pages of a font's character set. */
const pagesOfCharsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

function readRtf(file: Buffer): ReadFile {
  const stories = openRtfStories(newTextBudget());
  const pageOfFont = new Map<number, number>();
  let ansiPage = 1252;
  let group: Group = {
    skip: false,
    starred: false,
    fresh: true,
    fallbacks: 1,
    font: 0,
    wideFont: null,
    deleted: false,
    inTable: false,
    story: false,
    fontTable: false,
  };
  const groups: Group[] = [];
  let pending: number[] = [];
  let toSkip = 0;
  let definedFont = 0;

  const flush = () => {
    if (pending.length === 0) return;
    const bytes = Buffer.from(pending);
    pending = [];
    const own = pageOfFont.get(group.font);
    const page = own ?? (group.wideFont === null ? undefined : pageOfFont.get(group.wideFont)) ?? ansiPage;
    const label = page === 936 ? 'gb18030' : `cp${page}`;
    stories.write(iconv.decode(bytes, iconv.encodingExists(label) ? label : 'cp1252'), group.inTable);
  };
  const isText = () => !group.skip && !group.deleted && !group.fontTable;

  const beginDestination = (name: string): boolean => {
    if (!group.fresh) return false;
    group.fresh = false;
    const kind = storyKinds[name];
    if (group.skip || passedOver.has(name) || (group.starred && !kind && !knownStarred.has(name))) {
      group.skip = true;
      return true;
    }
    if (name === 'fonttbl') group.fontTable = true;
    else if (kind) {
      stories.begin(kind);
      group.story = true;
      group.inTable = false;
    } else return false;
    return true;
  };

  walkRtf(file, {
    open() {
      flush();
      toSkip = 0;
      if (groups.length >= MAX_GROUPS) throw new PermanentError('extraction.damaged', { kind: 'rtf' });
      groups.push(group);
      group = { ...group, starred: false, fresh: true, story: false };
    },
    close() {
      flush();
      toSkip = 0;
      if (group.story) stories.end();
      group = groups.pop() ?? group;
    },
    symbol(symbol) {
      flush();
      if (symbol === '*') {
        group.starred = true;
        return;
      }
      if (toSkip > 0) toSkip -= 1;
      else if (isText() && symbol === '~') stories.write('\u00a0', group.inTable);
      else if (isText() && symbol === '_') stories.write('-', group.inTable);
    },
    bytes(bytes) {
      group.fresh = false;
      if (!isText()) return;
      const from = Math.min(toSkip, bytes.length);
      toSkip -= from;
      for (let i = from; i < bytes.length; i++) pending.push(bytes[i]!);
      // A stretch without end is decoded in pieces that no character is cut by.
      if (pending.length > 65_536 && pending[pending.length - 1]! < 0x80) flush();
    },
    hex(byte) {
      group.fresh = false;
      if (!isText()) return;
      if (toSkip > 0) toSkip -= 1;
      else pending.push(byte);
    },
    word(name, value) {
      if (beginDestination(name)) return;
      if (name === 'u' && value !== null) {
        flush();
        if (isText()) stories.write(String.fromCharCode(value & 0xffff), group.inTable);
        toSkip = group.fallbacks;
        return;
      }
      if (toSkip > 0) toSkip = 0;
      flush();
      if (group.fontTable) {
        if (name === 'f') definedFont = value ?? 0;
        else if (name === 'fcharset' && pagesOfCharsets[value ?? 0]) {
          pageOfFont.set(definedFont, pagesOfCharsets[value ?? 0]!);
        } else if (name === 'cpg' && value !== null && value > 0) pageOfFont.set(definedFont, value);
        return;
      }
      if (group.skip) return;
      switch (name) {
        case 'ansicpg':
          if (value !== null && value > 0) ansiPage = value;
          return;
        case 'uc':
          group.fallbacks = Math.min(Math.max(value ?? 1, 0), 16);
          return;
        case 'f':
          group.font = value ?? 0;
          return;
        case 'af':
          if (pageOfFont.has(value ?? 0)) group.wideFont = value ?? 0;
          return;
        case 'plain':
          group.deleted = false;
          return;
        case 'deleted':
          group.deleted = value !== 0;
          return;
        case 'pard':
          group.inTable = false;
          return;
        case 'intbl':
          group.inTable = true;
          return;
        case 'par':
        case 'line':
        case 'sect':
        case 'page':
        case 'nestcell':
        case 'nestrow':
          stories.endLine(group.inTable, name === 'par');
          return;
        default:
          if (characters[name] !== undefined) {
            if (isText()) stories.write(characters[name], group.inTable);
          } else stories.tableWord(name, value);
      }
    },
  });
  flush();
  const read = stories.finish();
  return { pages: [joinStories(read)], comments: read.comments.map(({ text }) => text).filter(Boolean) };
}
