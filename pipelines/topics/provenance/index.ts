export { mailDay, type Provenance, provenanceOf, recordDay } from './provenance.js';
export { signatureOf } from './signature.js';
export { statedDate } from './stated-date.js';
