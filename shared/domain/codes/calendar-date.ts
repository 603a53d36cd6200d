/** Calendar dates as codes and cards write them: a date that is none in the calendar is no date. */

/** ISO 8601 `yyyy-mm-dd`, or null where the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(instant.getTime()) || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day)
    return null;
  return instant.getUTCFullYear() === year ? instant.toISOString().slice(0, 10) : null;
}

/** `ddmmyyyy` of identity cards, or null. */
export function parseDayMonthYear(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null;
  return calendarDate(Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
}

/** `dd/MM/yyyy` as people write it, from `yyyy-mm-dd`. */
export function forPeople(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}
