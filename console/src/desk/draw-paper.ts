/** Draws an A4 page with a heading and lines, as a scanner might deliver it. */

const WIDTH_PX = 1240;
const HEIGHT_PX = 1754;
const MARGIN_PX = 120;

/** @param blurPx how far the lens was out of focus @returns a JPEG */
export async function drawPaper(title: string, lines: readonly string[], blurPx: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fdfdfb';
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  context.filter = blurPx > 0 ? `blur(${blurPx}px)` : 'none';
  context.fillStyle = '#1c1c1c';
  context.textAlign = 'center';
  context.font = 'bold 30px "Times New Roman", serif';
  context.fillText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', WIDTH_PX / 2, 150);
  context.fillText('Độc lập - Tự do - Hạnh phúc', WIDTH_PX / 2, 195);
  context.font = 'bold 40px "Times New Roman", serif';
  context.fillText(title, WIDTH_PX / 2, 330);
  context.textAlign = 'left';
  context.font = '30px "Times New Roman", serif';
  for (const [index, line] of lines.entries()) context.fillText(line, MARGIN_PX, 450 + index * 64);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.85));
}
