// What Lambda's Node runtime does around a function: finds the handler, asks for events one by one, answers each.
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const [file, name] = process.env._HANDLER.split('.');

async function tell(path, error) {
  const body = JSON.stringify({ errorType: error.name, errorMessage: error.message, trace: error.stack });
  await fetch(`${api}/${path}`, { method: 'POST', body });
}

let handler;
try {
  ({ [name]: handler } = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, `${file}.mjs`)).href));
  if (typeof handler !== 'function') throw new Error(`${name} is no handler`);
} catch (error) {
  await tell('init/error', error);
  process.exit(1);
}

for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const awsRequestId = next.headers.get('lambda-runtime-aws-request-id');
  const deadlineMs = Number(next.headers.get('lambda-runtime-deadline-ms'));
  try {
    const context = { awsRequestId, getRemainingTimeInMillis: () => deadlineMs - Date.now() };
    const answer = await handler(await next.json(), context);
    await fetch(`${api}/invocation/${awsRequestId}/response`, {
      method: 'POST',
      body: JSON.stringify(answer ?? null),
    });
  } catch (error) {
    await tell(`invocation/${awsRequestId}/error`, error);
  }
}
