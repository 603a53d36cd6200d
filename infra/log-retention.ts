/** CloudWatch knows only certain lives of a log group; the next longer one keeps the promise. */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

const LIVES_DAYS = Object.values(RetentionDays)
  .filter((value): value is number => typeof value === 'number' && value < RetentionDays.INFINITE)
  .sort((a, b) => a - b);

export function logRetention(days: number): RetentionDays {
  return LIVES_DAYS.find((life) => life >= days) ?? RetentionDays.TEN_YEARS;
}
