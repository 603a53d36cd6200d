/** The capacity model's findings as Markdown tables. */
import { type CostItem, totalOf } from './cost.ts';
import type { CapacityInputs } from './inputs.ts';
import type { QuotaUse } from './quota-use.ts';
import type { Scenarios } from './scenarios.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
const seconds = (value: number) => (value < 10 ? value.toFixed(1) : whole(value));

export function scenarioTable({ named }: Scenarios): string {
  const head = [
    'day',
    'dossiers',
    'pages',
    'page p50 (s)',
    'page p95 (s)',
    'dossier p95 (s)',
    'most waiting',
    'oldest (s)',
    'most at once',
    'allowed',
  ];
  return table(
    head,
    named.map(({ name, pagesAtOnce, day }) => [
      name,
      whole(day.dossiers),
      whole(day.pages),
      seconds(day.pageP50S),
      seconds(day.pageP95S),
      seconds(day.dossierP95S),
      whole(day.mostWaiting),
      seconds(day.oldestS),
      whole(day.mostAtOnce),
      whole(pagesAtOnce),
    ]),
  );
}

export function provinceTable({ provinces }: Scenarios): string {
  return table(
    ['code', 'province', 'pages', 'page p95 (s)', 'oldest (s)', 'most at once'],
    provinces.map(({ code, name, day }) => [
      code,
      name,
      whole(day.pages),
      seconds(day.pageP95S),
      seconds(day.oldestS),
      whole(day.mostAtOnce),
    ]),
  );
}

export function quotaTable(uses: readonly QuotaUse[]): string {
  return table(
    ['quota', 'peak', 'limit', 'share'],
    uses.map(({ quota, used, limit }) => [
      quota,
      used < 10 ? used.toFixed(1) : whole(used),
      whole(limit),
      `${((100 * used) / limit).toFixed(1)} %`,
    ]),
  );
}

export function costTable(items: readonly CostItem[]): string {
  const rows = items.map(({ what, usd }) => [what, usd.toFixed(3)]);
  return table(
    ['item', 'USD per 1,000 pages'],
    [...rows, ['**together**', `**${totalOf(items).toFixed(2)}**`]],
  );
}

export function inputTable(inputs: CapacityInputs): string {
  const rows = Object.values(inputs).flatMap((group) =>
    Object.entries(group).map(([name, { value, unit, source, date, assumed }]) => [
      `\`${name}\``,
      String(value),
      unit,
      assumed ? `**assumed**: ${source}` : source,
      date,
    ]),
  );
  return table(['input', 'value', 'unit', 'source', 'date'], rows);
}
