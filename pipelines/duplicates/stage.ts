import { defineStage } from '../stage.js';
import { fingerprintOf } from './wording/index.js';

/** Gives each sealed item the fingerprint by which repeats and copies of it are found. */
export const duplicatesStage = defineStage({
  name: 'duplicates',
  needs: ['sealed'],
  gives: 'fingerprints',
  version: 3,
  run: ({ sealed }) => sealed.map((item) => fingerprintOf(item)),
});
