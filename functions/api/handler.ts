/** Door of the API on Lambda: requests of an HTTP API in, answers out; the app itself knows nothing of it. */
import type { APIGatewayProxyEventV2, APIGatewayProxyResult, Context } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { openOffice } from '../lambda.ts';
import { createApp } from './app.ts';

type Serve = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResult>;

let opening: Promise<Serve> | null = null;

export async function handler(
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyResult> {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  const serve = await opening;
  return serve(event, context);
}

async function open(): Promise<Serve> {
  const { openDoors } = await import('../../shared/runtime/aws-api.ts');
  const office = openDoors(await openOffice(), process.env.USER_POOL_ID ?? '');
  const app = createApp(office, { environment: process.env, sleepsBetweenRequests: true });
  return handle(app) as Serve;
}
