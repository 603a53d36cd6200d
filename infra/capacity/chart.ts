/** Draws how many pages wait over a day, one line a scenario, as SVG. */

export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly atS: number; readonly value: number }[];
}

const WIDTH = 860;
const HEIGHT = 300;
const LEFT = 60;
const BOTTOM = 40;
const TOP = 40;

export function drawChart(title: string, unit: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const fromS = Math.min(...points.map(({ atS }) => atS));
  const toS = Math.max(...points.map(({ atS }) => atS));
  const top = Math.max(1, ...points.map(({ value }) => value));
  const x = (atS: number) => LEFT + ((atS - fromS) / (toS - fromS)) * (WIDTH - LEFT - 20);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const text = (px: number, py: number, content: string, anchor = 'start') =>
    `<text x="${px.toFixed(1)}" y="${py.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
  const hours = [];
  for (let hour = Math.ceil(fromS / 3_600); hour * 3_600 <= toS; hour++)
    hours.push(text(x(hour * 3_600), HEIGHT - BOTTOM + 18, `${hour}:00`, 'middle'));
  const curves = lines.map(({ points: own, colour }) => {
    const path = own.map(({ atS, value }) => `${x(atS).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${path}"/>`;
  });
  const legend = lines.map(({ name, colour }, index) => {
    const px = LEFT + 10 + index * 260;
    return `<rect x="${px}" y="24" width="12" height="3" fill="${colour}"/>${text(px + 18, 29, name)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 20}" fill="none" stroke="#888"/>`,
    text(LEFT, 14, `${title} (${unit})`),
    text(LEFT - 6, y(top) + 4, String(Math.round(top)), 'end'),
    text(LEFT - 6, y(0) + 4, '0', 'end'),
    ...hours,
    ...legend,
    ...curves,
    '</svg>',
    '',
  ].join('\n');
}
