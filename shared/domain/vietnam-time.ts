/** Vietnam keeps UTC+7 all year: calendar dates of an instant there. */

const OFFSET_MS = 7 * 3_600_000;

/** ISO 8601 calendar date in Asia/Ho_Chi_Minh, `yyyy-mm-dd`. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** For people: `dd/MM/yyyy HH:mm`. */
export function vietnamDateTime(instant: Date): string {
  return vietnamTimestamp(instant).slice(0, -3);
}

/** For what must be told apart later: `dd/MM/yyyy HH:mm:ss`. */
export function vietnamTimestamp(instant: Date): string {
  const iso = new Date(instant.getTime() + OFFSET_MS).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
}
