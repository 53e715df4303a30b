import type { ArtefactName, Channel, Cipher } from '../domain/index.js';
import { QidiError } from '../domain/index.js';
import type { Queryable } from './database.js';

/** What is kept of an artefact: enough to know whether its stage is due, without opening it. */
export interface KeptArtefact {
  digest: string;
  outputDigest: string;
}

/** What the stages of a document begin with, and what they have made. */
export interface ReadDocument {
  original: { sha256: string; size: number; extension: string };
  /** Facts of the first receipt. */
  receipt: { receivedOn: string | null; channel: Channel | null };
  kept: Partial<Record<ArtefactName, KeptArtefact>>;
}

/** The kept artefact's JSON. @throws QidiError `register.superseded` where it is gone */
export async function readArtefact(
  client: Pick<Queryable, 'query'>,
  cipher: Cipher,
  documentId: number,
  name: ArtefactName,
): Promise<string> {
  const { rows } = await client.query<{ sealed_value: Buffer }>(
    'select sealed_value from artefacts where document_id = $1 and name = $2',
    [documentId, name],
  );
  if (!rows[0]) throw new QidiError('register.superseded');
  return cipher.open(rows[0].sealed_value);
}
