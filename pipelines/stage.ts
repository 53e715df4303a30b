import type { ArtefactName, Artefacts } from '../domain/index.js';
import type { Lexicon, LexiconSection } from '../lexicon/index.js';

/** What a stage may know besides its inputs. */
export interface StageContext {
  lexicon: Lexicon;
  signal?: AbortSignal;
}

/** Which artefact needs what, who gives it, and how. One artefact has one giver. */
export interface Stage<
  Name extends string = string,
  Needs extends ArtefactName = ArtefactName,
  Gives extends ArtefactName = ArtefactName,
> {
  readonly name: Name;
  readonly needs: readonly Needs[];
  readonly gives: Gives;
  /** Raise it when the same inputs would now give another output: a sweep re-runs the stage then. */
  readonly version: number;
  /** Lexicon sections that the output depends on; an edit of any makes the stage due again. */
  readonly lexicon: readonly LexiconSection[];
  /** Heavy stages run one job a page on the `ocr` lane; all others together in one job on `text`. */
  readonly lane: 'text' | 'ocr';
  readonly run: (
    inputs: Pick<Artefacts, Needs>,
    context: StageContext,
  ) => Artefacts[Gives] | Promise<Artefacts[Gives]>;
}

/** Declares a stage; the identity function that keeps the names of what it needs and gives. */
export function defineStage<
  const Name extends string,
  const Needs extends ArtefactName,
  const Gives extends ArtefactName,
>(
  stage: Omit<Stage<Name, Needs, Gives>, 'lexicon' | 'lane'> & {
    lexicon?: readonly LexiconSection[];
    lane?: 'text' | 'ocr';
  },
): Stage<Name, Needs, Gives> {
  return { lexicon: [], lane: 'text', ...stage };
}
