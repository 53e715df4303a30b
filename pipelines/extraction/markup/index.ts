export { walkMarkup } from './markup.js';
export { attribute, decodeXml, walkXml, type XmlHandler } from './xml.js';
