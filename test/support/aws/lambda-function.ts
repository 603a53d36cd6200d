/** A bundle in a process of its own behind Lambda's runtime API on the loopback: events go in, answers come out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const BOOTSTRAP = fileURLToPath(new URL('./lambda-bootstrap.mjs', import.meta.url));
const EVENT_TIMEOUT_MS = 100_000;
/** So much of what the function wrote is quoted when it fails. */
const TAIL_CHARACTERS = 2_000;

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class LambdaFunction {
  readonly #server: Server;
  readonly #waiting: Invocation[] = [];
  readonly #underWay = new Map<string, Invocation>();
  #process: ChildProcess | null = null;
  #idle: ServerResponse | null = null;
  #written = '';

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => this.#serve(request, response));
  }

  /** `folder` is the bundle; `environment` all that the function is told. */
  static async start(folder: string, environment: Readonly<Record<string, string>>): Promise<LambdaFunction> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const started = new LambdaFunction(server);
    const { port } = server.address() as AddressInfo;
    started.#run(folder, { ...environment, AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}` });
    return started;
  }

  async invoke(event: unknown): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const timer = setTimeout(() => reject(this.#failure('no answer in time')), EVENT_TIMEOUT_MS);
    this.#waiting.push({ id: randomUUID(), event, resolve, reject });
    this.#handOut();
    return promise.finally(() => clearTimeout(timer));
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (running && running.exitCode === null && running.signalCode === null) {
      const gone = once(running, 'exit');
      running.kill('SIGKILL');
      await gone;
    }
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Nothing of this machine's programs or this project's environment and packages leaks in. */
  #run(folder: string, environment: Readonly<Record<string, string>>): void {
    const env = {
      PATH: '/opt/bin',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: 'index.handler',
      ...environment,
    };
    const child = spawn(process.execPath, [BOOTSTRAP], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const note = (chunk: Buffer) => {
      this.#written = (this.#written + chunk).slice(-TAIL_CHARACTERS);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('exit', () => this.#failAll('the process ended'));
    this.#process = child;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.replace('/2018-06-01/runtime/', '') ?? '';
    if (path === 'invocation/next') {
      this.#idle = response;
      this.#handOut();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(202).end('{}');
    const [, id = '', outcome] = path.split('/');
    if (path === 'init/error') return this.#failAll(body.errorMessage);
    const invocation = this.#underWay.get(id);
    this.#underWay.delete(id);
    if (outcome === 'response') invocation?.resolve(body);
    else invocation?.reject(this.#failure(`${body.errorType}: ${body.errorMessage}`));
  }

  #handOut(): void {
    const next = this.#idle && this.#waiting.shift();
    if (!next || !this.#idle) return;
    this.#underWay.set(next.id, next);
    const headers = {
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + EVENT_TIMEOUT_MS),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:ap-southeast-1:123456789012:function:step',
    };
    this.#idle.writeHead(200, headers).end(JSON.stringify(next.event));
    this.#idle = null;
  }

  #failAll(reason: string): void {
    const all = [...this.#waiting.splice(0), ...this.#underWay.values()];
    this.#underWay.clear();
    for (const { reject } of all) reject(this.#failure(reason));
  }

  #failure(reason: string): Error {
    return new Error(`${reason}\n${this.#written}`);
  }
}
