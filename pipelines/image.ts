/** A page as raw pixels: 8-bit grey, row by row. Never PNG between stages: encoding costs more than reading. */
export interface PageImage {
  width: number;
  height: number;
  /** width × height bytes, 0 black … 255 white. */
  data: Uint8Array;
  /** Dots per inch where the file says so, else null. */
  dpi: number | null;
}
