import type { Cipher, InformantField } from '../domain/index.js';
import type { Queryable } from './database.js';

/** What the items say of their informants, for masking what is written of them elsewhere. */
export async function readInformants(
  client: Queryable,
  cipher: Cipher,
  items: readonly number[],
): Promise<InformantField[]> {
  const { rows } = await client.query<SealedInformant>(
    'select sealed_fields, sealed_typed from informants where item_id = any($1) order by item_id',
    [items],
  );
  return rows.flatMap((row) => openFields(cipher, row));
}

/** The same of all items of the clues, by number. */
export async function readInformantsOfClues(
  client: Queryable,
  cipher: Cipher,
  clueNos: readonly string[],
): Promise<Map<string, InformantField[]>> {
  const found = new Map<string, InformantField[]>();
  const { rows } = await client.query<SealedInformant & { clue_no: string }>(
    `select distinct c.clue_no, n.item_id, n.sealed_fields, n.sealed_typed from clues c join sources s on s.clue_id = c.id
     join informants n on n.item_id = s.item_id where c.clue_no = any($1) order by 2`,
    [clueNos],
  );
  for (const { clue_no, ...sealed } of rows)
    found.set(clue_no, [...(found.get(clue_no) ?? []), ...openFields(cipher, sealed)]);
  return found;
}

/** What machines read of an informant in a paper, and what stands in the words that a person typed of it. */
interface SealedInformant {
  sealed_fields: Buffer;
  sealed_typed: Buffer | null;
}

function openFields(cipher: Cipher, { sealed_fields, sealed_typed }: SealedInformant): InformantField[] {
  return [sealed_fields, sealed_typed].flatMap((sealed) =>
    sealed === null ? [] : (JSON.parse(cipher.open(sealed)) as InformantField[]),
  );
}

/** Values that tell who it is wherever they stand; a unit may be the accused's too. */
export function coverValues(text: string, informants: readonly InformantField[]): string {
  return informants
    .filter(({ kind, value }) => kind !== 'organisation' && kind !== 'other' && value.length >= 2)
    .reduce((covered, { value }) => covered.replaceAll(value, '▇'.repeat(value.length)), text);
}
