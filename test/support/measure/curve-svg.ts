/** Draws shares by step as small curves side by side. */

export interface Curve {
  readonly title: string;
  readonly points: readonly {
    readonly step: number;
    readonly share: number;
    readonly expected: boolean | null;
  }[];
}

const PANEL = { width: 300, height: 190, left: 44, right: 14, top: 34, bottom: 34 } as const;
const COLUMNS = 3;

export function drawCurves(curves: readonly Curve[], caption: string): string {
  const rows = Math.ceil(curves.length / COLUMNS);
  const [width, height] = [COLUMNS * PANEL.width, rows * PANEL.height + 30];
  const panels = curves.map((curve, index) => {
    const [x, y] = [(index % COLUMNS) * PANEL.width, Math.floor(index / COLUMNS) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${drawPanel(curve)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<title>${caption}</title>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
<text x="${PANEL.left}" y="${height - 10}" fill="#444">${caption}</text>
</svg>
`;
}

function drawPanel({ title, points }: Curve): string {
  const steps = points.map(({ step }) => step);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const x = (step: number) =>
    round(PANEL.left + ((step - least) / (most - least || 1)) * (PANEL.width - PANEL.left - PANEL.right));
  const y = (share: number) =>
    round(PANEL.height - PANEL.bottom - share * (PANEL.height - PANEL.top - PANEL.bottom));
  const line = points.map(({ step, share }) => `${x(step)},${y(share)}`).join(' ');
  const dots = points.map(({ step, share, expected }) => {
    const fill = expected === null ? '#bbb' : expected ? '#b3261e' : '#1b6e3c';
    return `<circle cx="${x(step)}" cy="${y(share)}" r="3.5" fill="${fill}"/>`;
  });
  const base = PANEL.height - PANEL.bottom;
  return `<text x="${PANEL.left}" y="18" font-weight="bold">${title}</text>
<path d="M${PANEL.left} ${y(1)}V${base}H${PANEL.width - PANEL.right}" fill="none" stroke="#888"/>
<text x="${PANEL.left - 6}" y="${y(1) + 4}" text-anchor="end">100 %</text><text x="${PANEL.left - 6}" y="${base + 4}" text-anchor="end">0</text>
<text x="${PANEL.left}" y="${base + 16}" text-anchor="middle">${least}</text><text x="${PANEL.width - PANEL.right}" y="${base + 16}" text-anchor="middle">${most}</text>
<polyline points="${line}" fill="none" stroke="#555" stroke-width="1.4"/>${dots.join('')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
