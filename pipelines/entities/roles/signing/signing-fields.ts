/** Kinds of fields that may stand in the signature of a letter. */
export const signingFields: ReadonlySet<string> = new Set([
  'informant',
  'informantUnit',
  'identity',
  'phone',
  'address',
  'email',
  'signedOn',
  'name',
  'unit',
  'aside',
]);
