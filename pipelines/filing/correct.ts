import {
  type Correction,
  type Evidence,
  offences as offenceNames,
  type RegisterRecord,
} from '../../domain/index.js';

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
>;

/**
 * The card as people set it right. What the machine gave as its reason stays where both say the same; what only a
 * person says has no quote and the full score.
 */
export function applyCorrection<T extends Corrected>(
  record: T,
  correction: Correction,
  topicName: (code: string) => string,
): T {
  const { accused, topics, offences, ...words } = correction;
  const tag = <C extends string>(
    tags: readonly { code: C; name: string; score: number; evidence: Evidence[] }[],
    code: C,
    name: string,
  ) => tags.find((t) => t.code === code) ?? { code, name, score: 1, evidence: [] };
  return {
    ...record,
    ...words,
    accused:
      accused?.map((a) => ({
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
