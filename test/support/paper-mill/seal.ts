/** A round red seal with invented wording, unevenly inked as a rubber one is. */

export interface SealWording {
  /** Along the upper arc. */
  readonly above: string;
  /** Along the lower arc. */
  readonly below: string;
  /** Across the middle, under the star. */
  readonly middle: readonly string[];
}

export function drawSeal(wording: SealWording, turnDeg: number, diameterMm = 36): string {
  const star = Array.from({ length: 10 }, (_, point) => {
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    const radius = point % 2 === 0 ? 15 : 6;
    return `${100 + radius * Math.cos(angle)},${78 + radius * Math.sin(angle)}`;
  }).join(' ');
  const middle = wording.middle.map(
    (line, at) => `<text x="100" y="${112 + at * 15}" font-size="15" text-anchor="middle">${line}</text>`,
  );
  return `<svg viewBox="0 0 200 200" width="${diameterMm}mm" height="${diameterMm}mm" aria-hidden="true" fill="#cf1f31"
    style="transform:rotate(${turnDeg}deg)" font-family="Arimo" font-weight="bold">
    <defs><path id="above" d="M27 100a73 73 0 0 1 146 0"/><path id="below" d="M17 100a83 83 0 0 0 166 0"/>
    <filter id="worn" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="3" seed="${Math.abs(Math.round(turnDeg * 7)) + 3}"/>
    <feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 -2.6 2.35"/><feComposite in="SourceGraphic" operator="in"/></filter></defs>
    <g filter="url(#worn)" opacity=".9"><g fill="none" stroke="#cf1f31"><circle cx="100" cy="100" r="96" stroke-width="4"/>
    <circle cx="100" cy="100" r="90" stroke-width="1.4"/><circle cx="100" cy="100" r="62" stroke-width="1.6"/></g>
    <text font-size="16"><textPath href="#above" startOffset="50%" text-anchor="middle">${wording.above}</textPath></text>
    <text font-size="14"><textPath href="#below" startOffset="50%" text-anchor="middle">${wording.below}</textPath></text>
    <polygon points="${star}"/>${middle.join('')}</g></svg>`;
}
