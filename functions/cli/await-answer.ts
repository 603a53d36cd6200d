/** Waits on this machine alone for the browser to come back from the identity provider with a code. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { DeskRefusal } from './desk-door.ts';

/**
 * @param question where the browser is sent that opens our address
 * @param state that an answer must carry: another's answer is none
 * @param invite called once somebody can come
 * @param redeem makes of the code what is returned; where it refuses, the person may try again
 */
export async function awaitAnswer<Tokens>(
  port: number,
  question: URL,
  state: string,
  invite: () => void,
  redeem: (code: string) => Promise<Tokens>,
): Promise<Tokens> {
  const { promise, resolve, reject } = Promise.withResolvers<Tokens>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const say = (status: number, sentence: string) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(page(sentence));
    };
    if (pathname !== '/') return say(404, 'Không có trang này.');
    if (searchParams.get('state') !== state) {
      response.writeHead(302, { location: question.href, 'cache-control': 'no-store' }).end();
      return;
    }
    try {
      const code = searchParams.get('code');
      if (code === null) throw new DeskRefusal(401, 'Lần đăng nhập không thành.');
      const tokens = await redeem(code);
      say(200, 'Đã đăng nhập. Đóng trang này và quét tiếp.');
      resolve(tokens);
    } catch (failure) {
      if (!(failure instanceof DeskRefusal)) reject(failure);
      say(401, 'Lần đăng nhập không thành. <a href="/">Thử lại</a>');
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch(() => {
    throw new DeskRefusal(
      0,
      `Cổng ${port} của máy này đang bận: dừng chương trình kia hoặc chọn --port khác.`,
    );
  });
  // Who comes before the door is there finds none.
  invite();
  try {
    return await promise;
  } finally {
    server.close();
    server.closeIdleConnections();
  }
}

function page(sentence: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Số hóa hồ sơ</title><p>${sentence}</p></html>`;
}
