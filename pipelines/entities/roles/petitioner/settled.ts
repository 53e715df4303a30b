import type { InformantField } from '../../../../domain/index.js';
import { reachingOver } from '../within.js';

/** Of which kinds a part of a value is no value of its own, and of which the whole is. */
const wholes: Partial<Record<InformantField['kind'], readonly InformantField['kind'][]>> = {
  name: ['name'],
  organisation: ['organisation', 'address'],
};

/** 王强上, 王强泣: whether it is of the name or closes the letter cannot be told, so that both names are kept. */
const closes = /[上于泣跪住拜书电敬]$/;

/**
 * Without what was only ever read inside something longer: 海来 of 海来木呷 would cover what others are called, and a unit
 * is masked only where it stands, so that its part (水泥厂 of 石涧县水泥厂) tells nothing more.
 */
export function withoutParts(fields: readonly InformantField[]): InformantField[] {
  // A cell may be as long as the paper, and nothing is a part of it.
  const owners = fields.filter(
    ({ kind }) => kind === 'name' || kind === 'organisation' || kind === 'address',
  );
  const over = reachingOver(owners.flatMap((owner) => owner.spans.map((span) => ({ ...span, owner }))));
  const isPart = (field: InformantField, { owner }: { owner: InformantField }) =>
    owner.value.length > field.value.length &&
    wholes[field.kind]?.includes(owner.kind) &&
    !(field.kind === 'name' && closes.test(owner.value) && owner.value.slice(0, -1) === field.value);
  return fields.filter(
    (field) =>
      field.spans.length === 0 ||
      !field.spans.every((span) => [...over(span)].some((stretch) => isPart(field, stretch))),
  );
}
