/** From here on the difference of a pixel's colours is one of ink, not of paper or of a picture's compression. */
const TINTED = 30;
const COLOURED = 70;
/** As grey as coloured ink becomes at most: darker than paper, so that red headings stay, lighter than print. */
const LIGHTEST = 115;

/**
 * Grey in which coloured ink is told from print. By brightness alone a blue or violet stamp is as dark as the words
 * under it; black has no colour, and stays as dark as it is also where a stamp lies over it.
 *
 * @param pixels red, green, blue, and more bytes that are not looked at.
 * @param channels bytes a pixel.
 */
export function greyOfInk(pixels: Uint8Array, channels: number): Uint8Array {
  const grey = new Uint8Array(Math.floor(pixels.length / channels));
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    const light = (red * 54 + green * 183 + blue * 19) >> 8;
    const most = Math.max(red, green, blue);
    const colour = most - Math.min(red, green, blue);
    const lifted = Math.min(most, LIGHTEST);
    if (colour <= TINTED || lifted <= light) grey[i] = light;
    else grey[i] = light + (lifted - light) * Math.min(1, (colour - TINTED) / (COLOURED - TINTED));
  }
  return grey;
}
