/** An invented paper with what a case officer would write on the card. */
export interface Letter {
  name: string;
  text: string;
  /** Name (null for a unit alone), unit, post. */
  accused: [name: string | null, organisation: string | null, position: string | null][];
  /** Values that must be among the informant's fields. */
  informant?: string[];
  amount?: number | null;
  signedOn?: string | null;
  acted?: [from: string, to: string];
  /** Mentions as `type:text=value` that must be there. */
  mentions?: string[];
}
