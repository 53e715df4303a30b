import sharp from 'sharp';

/** How a letter is printed on A4 and laid under a scanner. */
export interface Print {
  text: string;
  font: string;
  points: number;
  dpi: number;
  /** Degrees clockwise. */
  skew: number;
}

/** A page in grey, 255 white, one byte a pixel. */
export interface PrintedPage {
  data: Buffer;
  raw: { width: number; height: number; channels: 1 };
}

/** Prints a letter; needs the font that it names. */
export async function printLetter({ text, font, points, dpi, skew }: Print): Promise<PrintedPage> {
  const width = Math.round(8.27 * dpi);
  const height = Math.round(11.69 * dpi);
  const words = await sharp({
    text: {
      text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      font: `${font} ${points}`,
      dpi,
      width: Math.round(width * 0.76),
      wrap: 'char',
      spacing: Math.round((points * dpi) / 72 / 3),
      rgba: false,
    },
  })
    .negate()
    .png()
    .toBuffer();
  const page = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([{ input: words, left: Math.round(width * 0.12), top: Math.round(height * 0.09) }])
    .png()
    .toBuffer();
  const { data, info } = await sharp(page)
    .rotate(skew, { background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: 1 } };
}
