export { csvReader, isTabular } from './csv.js';
export { isSheetXml, xlsReader, xlsxReader } from './workbook.js';
