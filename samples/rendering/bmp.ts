/** Writes a 24-bit Windows bitmap of grey pixels (width × height bytes, from the top), as a fax program would. */
export function writeBmp(image: { width: number; height: number; data: Uint8Array }): Buffer {
  const { width, height, data } = image;
  const stride = Math.ceil((width * 24) / 32) * 4;
  const header = Buffer.alloc(54);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(54 + stride * height, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  header.writeInt32LE(11_811, 38);
  header.writeInt32LE(11_811, 42);
  const rows = Array.from({ length: height }, (_, i) => {
    const row = Buffer.alloc(stride);
    const y = height - 1 - i;
    for (let x = 0; x < width; x++) row.fill(data[y * width + x]!, x * 3, x * 3 + 3);
    return row;
  });
  return Buffer.concat([header, ...rows]);
}
