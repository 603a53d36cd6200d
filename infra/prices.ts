/** The one price that a dashboard needs; every other stands in the capacity model's inputs, this one too. */
import { readFileSync } from 'node:fs';

const inputs = JSON.parse(readFileSync(new URL('./capacity/inputs.json', import.meta.url), 'utf8'));

export const lambdaUsdPerGbSecond: number = inputs.prices.lambdaGbSecond.value;
