import type { Field, Line } from './fields.js';

/** Whose block of a form a place stands in. */
export type Block = 'accused' | 'informant' | 'clerk' | 'business' | 'none';

const accusedHeading =
  /^[\s一二三四五六七八九十\d、.．【[(（]*被(?:举报|反映|控告|检举|投诉)(?:人|单位|对象)[^:：]{0,8}(?:信息|情况|资料|基本信息)?[\])）】\s:：]*$/;
const informantHeading =
  /^[\s一二三四五六七八九十\d、.．【[(（]*(?:举报|反映|来访|来电|信访|检举|控告|投诉|申诉|申请)[人者](?:[^:：，。]{0,8}(?:信息|情况|资料))?[\])）】\s:：]*$/;

/**
 * Gives the labels that say nothing by themselves (姓名, 单位, 职务, 电话) to the person in whose block they
 * stand: kinds become accusedUnit, accusedPost, informantUnit, identity, phone, address, email of the
 * informant, or `aside` where they belong to somebody else.
 */
export function resolveBlocks(
  text: string,
  fields: readonly Field[],
  lines: readonly Line[],
  official: boolean,
): Field[] {
  const headings = lines.flatMap((line) => {
    const written = text.slice(line.start, line.end).trim();
    if (accusedHeading.test(written)) return [{ at: line.start, block: 'accused' as Block }];
    return informantHeading.test(written) ? [{ at: line.start, block: 'informant' as Block }] : [];
  });
  const resolved: Field[] = [];
  const tellsWho = fields.some(
    (f) => (f.kind === 'informant' && !fillsIn.test(f.label)) || f.kind === 'accused',
  );
  const lastBody = fields.findLastIndex((f) => f.kind === 'body' || /问题|金额/.test(f.label));
  const lastAccused = fields.findLastIndex((f) => f.kind === 'accused');
  const calledBack = fields.some((f) => callsBack.test(f.label)) || /回拨|回访/.test(text.slice(0, 60));
  const letter = !official && fields.every((f) => !ofForm.test(f.kind) || contact.test(f.label));
  let block: Block = 'none';
  let heading = 0;
  for (const [n, written] of fields.entries()) {
    const field = { ...written, kind: turnedAbout(written, resolved, calledBack, letter) };
    if (
      field.kind === 'name' &&
      block === 'none' &&
      ((!tellsWho && n < lastBody && tellsOfAccused(fields, n)) || isSpokenOf(text, fields, n))
    )
      block = 'accused';
    for (
      let next = headings[heading];
      next !== undefined && next.at <= field.labelStart;
      next = headings[++heading]
    ) {
      block = next.block;
    }
    if (field.kind === 'accused' || field.kind === 'accusedUnit' || field.kind === 'accusedPost')
      block = 'accused';
    else if (field.kind.startsWith('informant')) block = 'informant';
    else if (field.kind === 'clerk') block = 'clerk';
    else if (field.kind === 'business' || field.kind === 'witness' || field.kind === 'handler')
      block = 'business';
    else if (field.kind === 'body') block = 'none';
    const own = block === 'none' && field.kind === 'unit' && n < lastAccused && isVisitors(resolved);
    resolved.push({ ...field, kind: own ? 'informantUnit' : kindIn(field.kind, block, official) });
  }
  return resolved;
}

const callsBack = /^(?:拨打人|回拨人|回访人员?|致电人员|拨出时间|回拨时间|回访时间)$/;

/** Who fills a form in, where it is a row about somebody else. */
const fillsIn = /^填[报表]人/;
/** Fields that a form has and a letter has not. */
const ofForm = /^(?:accused|clerk|business|handler|witness|body|unitPost|post)/;
const contact = /^(?:联系人|联络人)(?:姓名)?$/;

/**
 * In a letter of one's own 联系人 is whoever wrote it. Where an office calls back, whoever answers is the informant and whoever dials the clerk; below the unit that
 * reports (举报单位名称) 联系人 is its own.
 */
function turnedAbout(
  { kind, label }: Field,
  before: readonly Field[],
  calledBack: boolean,
  letter: boolean,
): string {
  if (letter && contact.test(label)) return 'informant';
  if (calledBack && /^(?:接听人|接电人|受话人|接话人|被回访人|回访对象)$/.test(label)) return 'informant';
  if (calledBack && callsBack.test(label)) return 'clerk';
  const unit = before.slice(-3).some((f) => f.kind === 'informantUnit' && !f.label.startsWith('填'));
  if (unit && /^(?:联系人|联络人|经办人|法定代表人|法人代表|法人)(?:姓名)?$/.test(label)) return 'informant';
  return kind;
}

/** 姓名, 电话, 工作单位 of whoever comes, above a 被反映人 of its own. */
const isVisitors = (before: readonly Field[]): boolean =>
  before.slice(-8).some((f) => f.kind === 'informant');

/** 姓名, 单位, 职务 with 问题描述 behind and nothing by which to reach anybody: a row about the accused. */
function tellsOfAccused(fields: readonly Field[], at: number): boolean {
  const own = fields.slice(at + 1, at + 10);
  const end = own.findIndex((f) => /^(?:name|clerk|handler|witness|body)/.test(f.kind));
  const kinds = (end < 0 ? own : own.slice(0, end)).map((f) => f.kind);
  if (kinds.some((kind) => /^(?:identity|phone|address|email|informant)/.test(kind))) return false;
  return kinds.includes('post') || kinds.includes('unitPost');
}

/** 单位：…　姓名：石某　职务：… below a letter that tells of 站长石某: the row sums up whom it is about. */
function isSpokenOf(text: string, fields: readonly Field[], at: number): boolean {
  const field = fields[at];
  if (field === undefined || field.end - field.start < 2 || field.end - field.start > 6) return false;
  const beside = [fields[at - 1], fields[at + 1]].map((f) => f?.kind ?? '');
  if (!beside.some((kind) => /^(?:post|unitPost|accusedPost|accusedUnitPost)$/.test(kind))) return false;
  const name = text.slice(field.start, field.end);
  const told = text.indexOf(name);
  return told >= 0 && told < field.labelStart && /[长任记师员计纳]$/.test(text.slice(0, told));
}

function kindIn(kind: string, block: Block, official: boolean): string {
  const mine = block === 'informant' || (block === 'none' && !official);
  switch (kind) {
    case 'name':
      return block === 'accused' ? 'accused' : mine ? 'informant' : 'aside';
    case 'bareName':
      return block === 'accused' ? 'accused' : 'other';
    case 'unit':
      return block === 'accused' ? 'accusedUnit' : block === 'informant' ? 'informantUnit' : 'aside';
    case 'post':
    case 'unitPost':
      return block === 'accused' || block === 'none'
        ? kind === 'post'
          ? 'accusedPost'
          : 'accusedUnitPost'
        : 'informantUnit';
    case 'accusedPost':
      return 'accusedUnitPost';
    case 'identity':
    case 'phone':
    case 'address':
    case 'email':
      return mine ? kind : 'aside';
    case 'birth':
      return block === 'informant' ? kind : 'other';
    case 'informantAddress':
    case 'informantPhone':
    case 'informantIdentity':
    case 'informantEmail':
    case 'informantBirth':
      return kind.slice('informant'.length).toLowerCase();
    default:
      return kind;
  }
}
