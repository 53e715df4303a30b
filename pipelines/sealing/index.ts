import {
  type Entities,
  type InformantField,
  type Item,
  type Sealed,
  underRulings,
} from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { isRelationWord } from '../family-words.js';
import { readEach } from '../read-each.js';
import { defineStage } from '../stage.js';
import { namesByForm, numbersIn } from './file-names.js';
import { mailSender } from './mail-sender.js';
import { cover, createFinder, type Mask, mergeMasks, overlapsMask } from './masks.js';
import { findMisread } from './misread.js';

/** Masks the informant in every item; whatever reads an item after this stage reads only what it gives. */
export const sealingStage = defineStage({
  name: 'sealing',
  needs: ['items', 'entities', 'rulings'],
  gives: 'sealed',
  version: 13,
  run({ items, entities: read, rulings }, { signal }) {
    if (read.length !== items.length) throw new RangeError('entities and items differ in number');
    // Who is the informant is as people say, where they say anything of it.
    const setRight = (informant: readonly InformantField[], { ordinal }: Pick<Item, 'ordinal'>) =>
      underRulings(
        informant,
        rulings.filter(({ ordinals }) => ordinals.includes(ordinal)),
      );
    const entities = read.map((e, i) => ({ ...e, informant: setRight(e.informant, items[i]!) }));
    // A cover names the writer of what it covers, and the other way round: what one of them seals, all do.
    const told = new Map<number, InformantField[]>();
    const senders = items.map((item) =>
      item.coveredBy === null ? setRight(mailSender(item.context), item) : [],
    );
    items.forEach(({ coveredBy }, i) => {
      const cover = coveredBy ?? i;
      told.set(cover, [...(told.get(cover) ?? []), ...entities[i]!.informant, ...senders[i]!]);
    });
    return readEach(items, signal, (item, i) => {
      const sealed = sealItem(item, entities[i]!, told.get(item.coveredBy ?? i));
      return { ...sealed, informant: [...sealed.informant, ...senders[i]!] };
    });
  },
});

/**
 * The item with `▇` of the same UTF-16 length over every informant field and every other occurrence of the
 * informant's name, numbers and addresses. The informant's unit is masked only where it is declared: it may
 * also be the unit of the accused. Mentions and accused that touch a mask go with it.
 *
 * @param told the informants of this item and of those that it covers or is covered by
 */
export function sealItem(
  item: Pick<Item, 'text'> & Partial<Pick<Item, 'recognised' | 'context'>>,
  entities: Entities,
  told: readonly InformantField[] = entities.informant,
): Sealed {
  const others = otherNames(entities);
  // 吴桐说 seen twice may be a name misread: only what no word of speech ends is a longer name.
  const longer = new Set(
    [...others].filter((name) => entities.accused.some((a) => a.name === name) || !verbal.test(name)),
  );
  const names = new Set(told.filter((f) => f.kind === 'name').map((f) => f.value));
  const secrets = told.filter(occursAnywhere);
  const findSecrets = createFinder(secrets, longer);
  const masks = mergeMasks([
    ...entities.informant.flatMap((field) => field.spans),
    // 段园长 is 段小红, where the letter has no other 段.
    ...entities.mentions.filter(
      (m) => m.type === 'person' && m.value !== m.text && names.has(String(m.value)),
    ),
    ...findSecrets(item.text),
    ...secrets.flatMap((field) => findMisread(item.text, field, item.recognised ?? false, others)),
  ]);
  const text = cover(item.text, masks);
  // What stood in the text and is covered wherever it stood may be told by nothing that was read from it either.
  const covered = (value: string) => item.text.includes(value) && !text.includes(value);
  const known = new Map<string, boolean>();
  const tells = (value: unknown) => {
    if (typeof value !== 'string') return false;
    const tellsIt = known.get(value) ?? (covered(value) || findSecrets(value).length > 0);
    known.set(value, tellsIt);
    return tellsIt;
  };
  return {
    text,
    context: item.context ? coverContext(item.context, secrets) : '',
    mentions: entities.mentions.filter(
      (mention) => !overlapsMask(mention, masks) && !tells(mention.value) && !tells(mention.text),
    ),
    accused: entities.accused
      .filter((a) => !tells(a.name) && (a.name === null || !hidden(a.evidence, masks)))
      .map((a) => ({
        name: a.name,
        organisation: tells(a.organisation) ? null : a.organisation,
        position: tells(a.position) ? null : a.position,
        evidence: a.evidence.filter((span) => !overlapsMask(span, masks)),
      })),
    signedOn: entities.signedOn,
    actedFrom: entities.actedFrom,
    actedTo: entities.actedTo,
    amount: entities.amount,
    informant: entities.informant,
  };
}

/** The paper around an item with every informant value of the item masked. */
function coverContext(context: string, secrets: readonly InformantField[]): string {
  return cover(context, mergeMasks(createFinder(secrets)(context)));
}

/**
 * A file's name with every informant value in it masked, and whatever stands there as the name of who writes, also
 * where the text names nobody: 王某举报信.docx → ▇▇举报信.docx.
 */
export function maskName(fileName: string, informant: InformantField[], lexicon: Lexicon): string {
  const masks = [
    ...createFinder(informant)(fileName),
    ...namesByForm(fileName, lexicon),
    ...numbersIn(fileName),
  ];
  return cover(fileName, mergeMasks(masks));
}

/** What a person wrote, with every informant's name, numbers and addresses masked; a unit may be the accused's. */
export function maskWords(words: string, informant: readonly InformantField[]): string {
  return cover(words, mergeMasks(createFinder(informant.filter(occursAnywhere))(words)));
}

/** Names of the accused and of whoever else the letter names more than once. */
export function otherNames({ accused, mentions }: Pick<Entities, 'accused' | 'mentions'>): Set<string> {
  const names = new Set(accused.flatMap((a) => a.name ?? []));
  const seen = new Set<string>();
  for (const { type, text } of mentions) {
    if (type !== 'person') continue;
    if (seen.has(text)) names.add(text);
    seen.add(text);
  }
  return names;
}

const verbal = /[说对向在从被把是与和去到找给来的将问讲称及叫请等]$/;

/** An age, a short figure or a word for kin is masked only where it is declared: 48 and 妻子 are in every letter. */
const occursAnywhere = (field: InformantField) =>
  field.kind !== 'organisation' &&
  !(field.kind === 'other' && (/^[\d\s.年-]{1,7}$|岁$|^.$/.test(field.value) || isRelationWord(field.value)));

/** Every place where the accused was seen is masked: it is the informant who speaks of himself. */
function hidden(evidence: Mask[], masks: Mask[]): boolean {
  return evidence.length > 0 && evidence.every((span) => overlapsMask(span, masks));
}
