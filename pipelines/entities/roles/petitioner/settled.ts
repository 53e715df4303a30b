import type { InformantField } from '../../../../domain/index.js';

/** Without names that were only ever read inside a longer name: 海来 of 海来木呷 would cover what others are called. */
export function withoutParts(fields: readonly InformantField[]): InformantField[] {
  const names = fields.filter((f) => f.kind === 'name');
  return fields.filter(
    (field) =>
      field.kind !== 'name' ||
      field.spans.length === 0 ||
      !field.spans.every((span) =>
        names.some(
          (other) =>
            other.value.length > field.value.length &&
            other.spans.some((s) => s.start <= span.start && span.end <= s.end),
        ),
      ),
  );
}
