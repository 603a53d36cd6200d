/** A service that throttles: of all requests so many in a hundred are refused, in each service's own words. */
import type { AnswerInstead } from '../aws/one-by-one-proxy.ts';

/** By the beginning of `x-amz-target`. */
const REFUSALS: Readonly<Record<string, string>> = {
  DynamoDB: 'com.amazonaws.dynamodb.v20120810#ThrottlingException',
  AmazonSQS: 'com.amazonaws.sqs#RequestThrottled',
  AWSEvents: 'com.amazonaws.events#ThrottlingException',
};

export interface Throttling {
  readonly answerInstead: AnswerInstead;
  readonly counts: { asked: number; refused: number };
}

/** `random` gives 0 to 1; with a seed the same requests in the same order are refused again. */
export function throttle(share: number, random: () => number): Throttling {
  const counts = { asked: 0, refused: 0 };
  return {
    counts,
    answerInstead(operation) {
      counts.asked++;
      const type = REFUSALS[Object.keys(REFUSALS).find((service) => operation.startsWith(service)) ?? ''];
      if (type === undefined || random() >= share) return null;
      counts.refused++;
      return { status: 400, body: { __type: type, message: 'Rate exceeded' } };
    },
  };
}
