export { bmpReader } from './bmp.js';
export { heicReader } from './heic.js';
export { gifReader, jpegReader, pngReader, tiffReader, webpReader } from './raster.js';
