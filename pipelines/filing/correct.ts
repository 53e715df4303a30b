import {
  type Correction,
  type Evidence,
  offences as offenceNames,
  type RegisterRecord,
} from '../../domain/index.js';
import { accusedLabel } from '../topics/index.js';

type Corrected = Pick<
  RegisterRecord,
  | 'petitionClass'
  | 'source'
  | 'channel'
  | 'signature'
  | 'title'
  | 'summary'
  | 'accused'
  | 'topics'
  | 'offences'
  | 'amount'
  | 'quality'
>;

/**
 * The card as people set it right. What the machine gave as its reason stays where both say the same; what only a
 * person says has no quote and the full score. Who says that it is no report takes with it whom and what the machine
 * read it to accuse, but for what he names himself.
 */
export function applyCorrection<T extends Corrected>(
  record: T,
  correction: Correction,
  topicName: (code: string) => string,
): T {
  const { petitionClass } = correction;
  const cleared = petitionClass !== undefined && petitionClass !== 'report' ? [] : undefined;
  const { accused = cleared, topics = cleared, offences = cleared, ...words } = correction;
  const written = withAccused(record, accused);
  const tag = <C extends string>(
    tags: readonly { code: C; name: string; score: number; evidence: Evidence[] }[],
    code: C,
    name: string,
  ) => tags.find((t) => t.code === code) ?? { code, name, score: 1, evidence: [] };
  return {
    ...record,
    ...written,
    ...words,
    quality: petitionClass === undefined ? record.quality : classSettled(record.quality),
    accused:
      accused?.map(({ asItStood: _, ...a }) => ({
        ...a,
        evidence:
          record.accused.find(
            (r) => r.name === a.name && (a.name !== null || r.organisation === a.organisation),
          )?.evidence ?? [],
      })) ?? record.accused,
    topics: topics?.map((code) => tag(record.topics, code, topicName(code))) ?? record.topics,
    offences: offences?.map((code) => tag(record.offences, code, offenceNames[code].zh)) ?? record.offences,
  };
}

const classSettled = ({ flags, ...quality }: Corrected['quality']): Corrected['quality'] => ({
  ...quality,
  flags: flags.filter((flag) => flag !== 'possible_report'),
});

/** Whether a person took away so much that the machine's title and summary would tell what no longer holds. */
export function isToldAnew(
  read: Pick<Corrected, 'petitionClass' | 'accused'>,
  correction: Correction,
): boolean {
  const { petitionClass = read.petitionClass, accused } = correction;
  return petitionClass !== read.petitionClass || (accused?.length === 0 && read.accused.length > 0);
}

/** What stands around whoever leads a summary. */
const leads = [
  ['反映', '：'],
  ['', '主动说明'],
] as const;

/** Title and summary name whom people name, where they began with whom the machine had read. */
function withAccused(
  { title, summary, ...read }: Pick<RegisterRecord, 'title' | 'summary' | 'accused'>,
  accused: Correction['accused'],
): Pick<RegisterRecord, 'title' | 'summary'> {
  const before = accusedLabel(read);
  const now = accused === undefined ? before : accusedLabel({ accused });
  if (before === '' || now === '' || now === before) return { title, summary };
  return {
    title: title.replace(`关于${before}`, () => `关于${now}`),
    summary: leads.reduce(
      (told, [ahead, behind]) =>
        told.startsWith(`${ahead}${before}${behind}`)
          ? `${ahead}${now}${told.slice(ahead.length + before.length)}`
          : told,
      summary,
    ),
  };
}
