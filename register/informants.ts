import { type Cipher, type InformantField, underRulings } from '../domain/index.js';
import type { Queryable } from './database.js';
import { openRulings, type SealedRuling } from './rulings.js';

/** Masks informants in what a person wrote, however it is spaced; who opens the register says how. */
export type MaskWords = (words: string, informants: readonly InformantField[]) => string;

/** What the items say of their informants, for masking what is written of them elsewhere. */
export async function readInformants(
  client: Queryable,
  cipher: Cipher,
  items: readonly number[],
): Promise<InformantField[]> {
  const { rows } = await client.query<SealedInformant>(
    `select sealed_fields, sealed_typed, rulings_of(item_id) as rulings from informants
     where item_id = any($1) order by item_id`,
    [items],
  );
  return rows.flatMap((row) => openFields(cipher, row));
}

/** The same of all papers of the clues, by number: also of those that were put elsewhere, and of what lies there. */
export async function readInformantsOfClues(
  client: Queryable,
  cipher: Cipher,
  clueNos: readonly string[],
): Promise<Map<string, InformantField[]>> {
  const found = new Map<string, InformantField[]>();
  const { rows } = await client.query<SealedInformant & { clue_no: string }>(
    `select c.clue_no, n.item_id, n.sealed_fields, n.sealed_typed, rulings_of(n.item_id) as rulings from clues c cross join lateral (
       select s.item_id from sources s where s.clue_id in (c.id, standing_clue(c.id))
       union select unnest(d.items) from decisions d where c.id in (d.from_clue, d.to_clue)
       union select b.item_id from decisions d join sources s on s.item_id = any(d.items)
         join sources b on b.clue_id = s.clue_id where c.id in (d.from_clue, d.to_clue)) p
     join informants n on n.item_id = p.item_id where c.clue_no = any($1) order by 2`,
    [clueNos],
  );
  for (const { clue_no, ...sealed } of rows)
    found.set(clue_no, [...(found.get(clue_no) ?? []), ...openFields(cipher, sealed)]);
  return found;
}

/** What machines read of an informant in a paper, what stands in the words that a person typed of it, and what people say. */
interface SealedInformant {
  sealed_fields: Buffer;
  sealed_typed: Buffer | null;
  rulings: SealedRuling[];
}

function openFields(
  cipher: Cipher,
  { sealed_fields, sealed_typed, rulings }: SealedInformant,
): InformantField[] {
  const read = [sealed_fields, sealed_typed].flatMap((sealed) =>
    sealed === null ? [] : (JSON.parse(cipher.open(sealed)) as InformantField[]),
  );
  return underRulings(read, openRulings(cipher, rulings));
}
