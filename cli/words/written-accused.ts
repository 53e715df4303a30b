import { InvalidArgumentError } from 'commander';
import type { CorrectedAccused } from '../../domain/index.js';
import type { AccusedEdit } from '../../office/index.js';
import { isNone, say } from './usage.js';

/** One `--accused`, as the option parser collects it: of a whole list, or what is to become of one. */
export type WrittenAccused = CorrectedAccused & { edit?: AccusedEdit };

/**
 * 姓名/单位/职务 of a whole list, `无`; or for one alone: +姓名/单位/职务, 旧名=姓名/单位/职务, 旧名=无.
 * @throws InvalidArgumentError
 */
export function readAccused(text: string, before?: WrittenAccused[]): WrittenAccused[] {
  if (before?.length === 0)
    throw new InvalidArgumentError(
      say('已写“无”，不能再写被反映人', '“none” was written already: nobody was named'),
    );
  const edit = readEdit(text.trim());
  if (before?.some((a) => (a.edit === undefined) !== (edit === null)))
    throw new InvalidArgumentError(
      say('要么写全名单，要么只写“+姓名”“旧名=…”', 'either all of them, or only “+NAME” and “OLD=…”'),
    );
  const named = before ?? [];
  if (edit) return [...named, { name: null, organisation: null, position: null, ...edit.to, edit }];
  if (isNone(text) && named.length > 0)
    throw new InvalidArgumentError(say('已写被反映人，不能再写“无”', 'somebody was named already'));
  return isNone(text) ? [] : [...named, readOne(text)];
}

function readEdit(text: string): AccusedEdit | null {
  const [, added] = /^[+＋](.*)$/s.exec(text) ?? [];
  if (added !== undefined) return { who: null, to: readOne(added) };
  const [, who, to] = /^([^=＝]+)[=＝](.*)$/s.exec(text) ?? [];
  if (who === undefined || to === undefined) return null;
  return { who: who.trim(), to: isNone(to) ? null : readOne(to) };
}

function readOne(text: string): CorrectedAccused {
  const parts = text.split(/[/／]/).map((part) => part.trim() || null);
  const [name = null, organisation = null, position = null, more] = parts;
  if (
    more !== undefined ||
    (name ?? organisation) === null ||
    // No name has these in it: whoever writes so means something else.
    parts.some((part) => part !== null && (isNone(part) || /[=＝+＋]/.test(part)))
  )
    throw new InvalidArgumentError(
      say(
        '写作 姓名/单位/职务，如 张三/某县人防办/主任；不详处留空',
        'write NAME/UNIT/POST; a part may be empty',
      ),
    );
  return { name, organisation, position };
}

/** What is to become of single ones; none where the whole list was written. */
export const editsOf = ({ accused = [] }: { accused?: readonly WrittenAccused[] }): AccusedEdit[] =>
  accused.flatMap(({ edit }) => edit ?? []);
