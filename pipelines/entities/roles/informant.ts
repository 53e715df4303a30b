import type { InformantField, Mention, Span } from '../../../domain/index.js';
import { isRelationWord } from '../../family-words.js';
import { endingAt, firstFrom, type Names, type PersonMention, touches } from '../names/index.js';
import { accusedBeside } from './accused/index.js';
import { collectFields } from './collecting.js';
import type { Field } from './forms/index.js';
import { listedNames } from './listed-names.js';
import { isNobody } from './nobody.js';
import { isHotline, isSentTo } from './public-numbers.js';
import type { Reading } from './reading.js';
import { readSelfIntroduction } from './self-introduction.js';
import { isSelfReport } from './self-report.js';
import { aloneHomes, readSignedLines } from './signing/index.js';
import {
  answered,
  beginsWithSurname,
  canBeName,
  givenNames,
  handedOn,
  noted,
  type OwnTie,
  ownNames,
  ownShops,
  ownUnits,
  readOwnTies,
  shortForms,
  spokenNames,
  toldInField,
} from './writer/index.js';

const email = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
/** What is written for a name by who gives none. */
const unnamed = /^(?:匿名[者人]?|无名[氏者]?|佚名)$/;
const notAName = /^(?:匿名|无|不详|不便|保密|略|同上|待核实|未署名|未留|不愿|空|—|-|\/)/;

/** A house, as it stands behind the name of a unit. */
const numbered = /(?:[\d一二三四五六七八九十][号栋幢楼室组户]?|单元)$/;
const firm = /(?:公司|厂|店|商行|合作社|集团)$/;
const ownFirm = /(?:我|我们|本|敝)(?:公司|司|厂|店|商行|社|集团)/;

/** Everything that tells who informs: fields of forms, signatures, what he says of himself, ways to reach him. */
export function readInformant(reading: Reading): InformantField[] {
  const collected = collectFields(reading);
  const found = collected.fields;
  const ties = readOwnTies(reading);
  const accused = accusedInside(reading, ties);
  const add = (asked: InformantField['kind'], span: Span) => {
    const value = reading.text.slice(span.start, span.end).trim();
    // 代笔人（孙女）: what stands for a name may be a word for kin.
    const kind = asked === 'name' && isRelationWord(value) ? 'other' : asked;
    // 我是高远局长的前妻: the tie tells who writes, and whom the paper accuses does not.
    if ((kind === 'name' || kind === 'organisation') && accused(span)) return;
    if (kind !== 'name' || !unnamed.test(value)) collected.add(kind, span);
  };
  // Who comes forward about himself is the accused of the paper and no informant: nothing of his is sealed.
  if (isSelfReport(reading)) return found;
  for (const field of reading.fields) addField(reading, field, add);
  for (const { name, person, isKin, relation } of ties) {
    add('other', relation);
    // Who is of the writer's family and not accused tells who writes.
    if (name !== null && isKin) add('name', person);
  }
  const signed = readSignedLines(reading);
  for (const name of [...reading.closing.names, ...signed.names])
    if (!isNobody(reading, name)) for (const length of bothLengths(reading, name)) add('name', length);
  for (const unit of [...reading.closing.units, ...signed.units]) add('organisation', unit);
  for (const place of signed.addresses) add('address', place);
  for (const calling of signed.callings) addBeside(found, calling);
  readSelfIntroduction(reading, add);
  const { official, closing } = reading;
  const told = (span: Span) => !official || closing.enclosed(span.start);
  const given = ownNames(reading);
  for (const name of [...given, ...givenNames(reading), ...noted(reading), ...spokenNames(reading)])
    if (told(name)) add('name', name);
  for (const name of handedOn(reading)) add('name', name);
  for (const unit of [...ownUnits(reading, given), ...ownShops(reading)])
    if (told(unit)) add('organisation', unit);
  for (const { kind, span } of answered(reading)) if (told(span)) add(kind, span);
  addContacts(reading, add, found, signed.areas);
  const aliases = aliasSpans(reading.names);
  const calledShort = shortForms(reading);
  for (const field of found)
    if (field.kind === 'name')
      field.spans.push(...(aliases.get(field.value) ?? []), ...calledShort(field.value));
  return found;
}

/** 令玉|书15409310265 may be read a character short, 王强|上 is whole: what may be the name is sealed in both lengths. */
function bothLengths({ text, names }: Reading, { start, end }: Span): Span[] {
  const short =
    end - start === 2 && /^[^收启呈叩签章印男女等及和与代](?![\u3400-\u9fff])/.test(text.slice(end, end + 2));
  if (!short || !/[\u3400-\u9fff]/.test(text.charAt(end))) return [{ start, end }];
  const written = text.slice(start, end);
  return [{ start, end }, { start, end: end + 1 }, ...names.persons.filter((p) => p.text === written)];
}

/**
 * Whether a stretch holds a part of somebody to whom the writer says to be near and whom the paper accuses: by what it
 * says elsewhere of him, or by his post where it accuses nobody else.
 */
function accusedInside(reading: Reading, ties: readonly OwnTie[]): (span: Span) => boolean {
  if (ties.length === 0) return () => false;
  const accused = accusedBeside(
    reading,
    ties.map(({ person }) => person),
  );
  const places = new Set<number>();
  for (const { name, styled, inOffice } of ties)
    if (accused.size > 0 ? name !== null && accused.has(name) : inOffice)
      for (let at = styled.start; at < styled.end; at++) places.add(at);
  return ({ start, end }) => {
    for (let at = start; at < end; at++) if (places.has(at)) return true;
    return false;
  };
}

/** What stands right before a name and tells of its bearer alone goes with the name: it is a field of its own nowhere. */
function addBeside(found: readonly InformantField[], calling: Span): void {
  const bearer = found.find((f) => f.kind === 'name' && f.spans.some((s) => s.start === calling.end));
  bearer?.spans.push(calling);
}

const house = /\d\s*[号栋幢室座]|单元/;

type Add = (kind: InformantField['kind'], span: Span) => void;

function addField(reading: Reading, field: Field, add: Add): void {
  const { text, names, values, dictionary } = reading;
  const value = text.slice(field.start, field.end);
  const isWithheld = notAName.test(value);
  if (field.kind === 'informant')
    for (const { kind, span } of toldInField(reading, field, isWithheld)) add(kind, span);
  if (value === '' || isWithheld) return;
  // A form of an office asks which unit fills it in; a firm that does so writes of itself.
  if (/^填[报表]单位/.test(field.label) && ownFirm.test(text) && firm.test(value)) add('organisation', field);
  const inside = <T extends Span>(mentions: readonly T[]) =>
    mentions.filter((m) => field.start <= m.start && m.end <= field.end);
  if (field.kind === 'informant') {
    // 冷静（反映某某问题）: whom the visitor speaks of stands in the bracket.
    const persons = inside(names.persons).filter(
      (p) =>
        !/(?:反映|举报|控告|检举|投诉)$/.test(text.slice(field.start, p.start)) &&
        // 提交人：不具名, 署名：实名.
        (canBeName(p.text, dictionary) || beginsWithSurname(text, p.start, reading) > 0),
    );
    for (const person of persons) add('name', person);
    for (const organisation of inside(names.organisations)) add('organisation', organisation);
    for (const other of inside(values)) addValue(other, add);
    // 闪老师（闪丽娟）: the bracket behind a style gives the name.
    const named =
      /^[\u3400-\u9fff]{1,5}[（(](?:姓名|本名|真名|名叫|即|叫)?[:：]?([\u3400-\u9fff·]{2,4})[）)]/.exec(
        value,
      );
    const first = named?.[1] ?? '';
    if (
      named !== null &&
      dictionary.signerSurnames.has(first.charAt(0)) &&
      !dictionary.notSigners.test(first)
    ) {
      const start = field.start + named[0].length - 1 - first.length;
      add('name', { start, end: start + first.length });
    }
    const long = persons.length > 0 || inside(names.organisations).length > 0 ? 4 : 10;
    for (const name of listedNames(text, field, dictionary, long)) add('name', name);
    addHome(field, value, add);
    for (const { start, end } of aloneHomes(text, field, dictionary)) {
      // 石涧县柳林镇李家庄|李春华: the name may be glued to it.
      const home = { start, end: endingAt(names.persons, end)?.start ?? end };
      // 原石涧县水泥厂会计 is no home, 石涧县水泥厂家属院3栋 is one.
      if (numbered.test(text.slice(start, home.end)) || !touches(names.organisations, start, home.end))
        add('address', home);
    }
  } else if (field.kind === 'informantUnit') add('organisation', field);
  else if (field.kind === 'birth') add('other', field);
  // 诉求地点 is where somebody lives, or where a matter happened.
  else if (field.kind === 'address') {
    if (!field.label.endsWith('地点') || house.test(value)) add('address', field);
  } else if (field.kind === 'identity') {
    addHome(field, value, add);
    add('identity-number', trimmed(text, field, /^[\dXx*×\s-]{4,24}/));
  } else if (field.kind === 'phone') {
    addHome(field, value, add);
    const inPlace = inside(values).filter((v) => v.type === 'phone');
    for (const phone of inPlace) add('phone', phone);
    if (inPlace.length === 0) add('phone', trimmed(text, field, /^[\d*×\s-]{5,20}/));
  } else if (field.kind === 'email')
    add(/@/.test(value) ? 'email' : 'other', trimmed(text, field, /^[\w.@%+-]{4,80}/));
}

/** 来访人：…；电话：…；住某村三社: behind what a form asks stands where he lives, without a label. */
function addHome(field: Field, value: string, add: Add): void {
  const home = /住(?:址|在)?[:：]?\s?([^，,。;；\n\t]{4,40})/.exec(value);
  if (home?.[1] === undefined) return;
  const start = field.start + home.index + home[0].length - home[1].length;
  add('address', { start, end: start + home[1].length });
}

function addValue(mention: Mention, add: Add): void {
  if (mention.type === 'phone') add('phone', mention);
  else if (mention.type === 'identity-number') add('identity-number', mention);
}

function trimmed(text: string, field: Span, pattern: RegExp): Span {
  const length = pattern.exec(text.slice(field.start, field.end))?.[0].trimEnd().length ?? 0;
  return { start: field.start, end: field.start + length };
}

/** Numbers that belong to nobody named: in the closing lines, behind first-person words, in a letter's own text. */
function addContacts(
  reading: Reading,
  add: Add,
  found: readonly InformantField[],
  signed: readonly Span[],
): void {
  const { text, values, fields, closing, official } = reading;
  const foreign = fields.filter(
    (f) => f.kind === 'aside' || f.kind === 'clerk' || f.kind === 'business' || f.kind === 'accused',
  );
  const isSigned = (span: Span) =>
    closing.covers(span) || signed.some((line) => line.start <= span.start && span.end <= line.end);
  const aside = (span: Span) =>
    foreign.some((f) => f.labelStart <= span.start && span.end <= f.end) && !isSigned(span);
  for (const value of values) {
    if (value.type !== 'phone' && value.type !== 'identity-number') continue;
    if (aside(value) || isHotline(value.text)) continue;
    const before = text.slice(Math.max(0, value.start - 16), value.start);
    const beside = personBeside(reading, value);
    const named = found.some((f) => f.kind === 'name' && f.value === beside?.value);
    const own =
      named ||
      (/(?:我|本人|(?<!被)(?:举报|反映|来信|来访|来电|信访|投诉|控告|申诉)人)[^。；\n]{0,12}$/.test(before) &&
        !/(?:他|她|其|老板|主任|局长)[^。；\n]{0,8}$/.test(before));
    if (isSigned(value) || own) addValue(value, add);
  }
  if (official && closing.start >= text.length) return;
  for (const match of text.matchAll(email)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!aside(span) && !isSentTo(text, span.start)) add('email', span);
  }
}

/** Behind whose name the number follows in the same sentence, nobody else between. */
function personBeside({ text, names: { persons } }: Reading, value: Span): PersonMention | undefined {
  const last = persons[firstFrom(persons, value.start) - 1];
  if (last === undefined || value.start < last.end || value.start - last.end > 40) return undefined;
  return /[。；\n]/.test(text.slice(last.end, value.start)) ? undefined : last;
}

/** Other forms of a name in the letter (老张, 张某) that can only mean whoever has it. */
function aliasSpans({ persons }: Names): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { value, text, start, end } of persons) {
    if (value === text) continue;
    const known = spans.get(String(value)) ?? [];
    known.push({ start, end });
    spans.set(String(value), known);
  }
  return spans;
}
