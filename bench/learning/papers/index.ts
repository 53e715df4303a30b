export { papersByWriter } from './papers.js';
export { fillSentences, renamePersons } from './renaming.js';
export { type LabelledPaper, labelledPapers, ofPassages, tellingWords } from './sealed-papers.js';
