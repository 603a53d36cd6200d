/** Dates and figures as people here write them, whatever the PC is set to. */
import { vietnamDate, vietnamDateTime } from '../../../shared/domain/vietnam-time.ts';

/** `2026-11-02` is `02/11/2026`; anything else stays as it is. */
export function day(iso: string | null | undefined): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? [];
  return year ? `${date}/${month}/${year}` : (iso ?? '');
}

/** `02/11/2026` is `2026-11-02`; null when it is no day. */
export function isoDay(text: string): string | null {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  if (!year) return null;
  const iso = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null;
}

export function moment(iso: string | null | undefined): string {
  return iso ? vietnamDateTime(new Date(iso)) : '';
}

export function today(): string {
  return vietnamDate(new Date());
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

export function figure(value: number): string {
  return number.format(value);
}

export function percent(share: number): string {
  return `${number.format(share * 100)} %`;
}

export function size(bytes: number): string {
  return bytes < 1e6
    ? `${number.format(Math.max(1, Math.round(bytes / 1e3)))} kB`
    : `${number.format(bytes / 1e6)} MB`;
}

/** `3 phút`, `2 giờ`, `5 ngày`: the largest whole unit. */
export function age(ms: number): {
  readonly count: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
} {
  if (ms < 60_000) return { count: Math.round(ms / 1000), unit: 'second' };
  if (ms < 3_600_000) return { count: Math.round(ms / 60_000), unit: 'minute' };
  if (ms < 86_400_000) return { count: Math.round(ms / 3_600_000), unit: 'hour' };
  return { count: Math.round(ms / 86_400_000), unit: 'day' };
}
