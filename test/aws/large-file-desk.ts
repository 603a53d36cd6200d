/** The API over a store that checks what was signed, with a dossier whose file is too large for the API's door. */
import { createHash } from 'node:crypto';
import { type CORSRule, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { inject } from 'vitest';
import { S3DownloadDesk } from '../../shared/adapters/aws/s3-download-desk.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { currentFiles } from '../../shared/domain/dossier.ts';
import { openApiDesk, requestBy, type Who } from '../support/api-desk.ts';
import { BIRTH_NOTE, CODE, DECLARATION, digitize } from '../support/dossier-desk.ts';
import { openTestOffice } from '../support/test-office.ts';
import { createStack, s3 } from './peers.ts';

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface CorsProperties {
  readonly CorsConfiguration: {
    readonly CorsRules: readonly (CORSRule & { readonly ExposedHeaders: string[] })[];
  };
}

/** The rules of the template, for a console at `origin`; none is the province's own, which is returned. */
export async function setCors(bucket: string, origin?: string): Promise<string> {
  const resources = Object.values(inject('peers').templates).flatMap(({ Resources }) =>
    Object.entries(Resources),
  );
  const [, objects] = resources.find(([id]) => /^Objects[0-9A-F]{8}$/.test(id))!;
  const { CorsRules } = (objects.Properties as unknown as CorsProperties).CorsConfiguration;
  const CORSRules = CorsRules.map(({ ExposedHeaders, ...rule }) => ({
    ...rule,
    ...(origin === undefined ? {} : { AllowedOrigins: [origin] }),
    ExposeHeaders: ExposedHeaders,
  }));
  await s3!.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));
  return CORSRules[0]!.AllowedOrigins![0]!;
}

/** A dossier whose first file has these bytes, kept in the store as on AWS; its second is small. */
export async function openLargeFileDesk(large: Buffer) {
  const bytes = large.length;
  const { ref: bucket } = await createStack().make('AWS::S3::Bucket', /^Objects/);
  const buckets = { originals: bucket, quarantine: bucket, objects: bucket };
  const downloads = new S3DownloadDesk(s3!, buckets);
  const base = { ...(await openTestOffice()), downloads };
  const desk = await openApiDesk({ office: base });
  const made = await digitize(desk.office, [DECLARATION, BIRTH_NOTE]);
  const s3Store = new S3ObjectStore(s3!, buckets);
  const [first, second] = currentFiles(made);
  const files = made.files.map((file) =>
    file.fileId === first!.fileId ? { ...file, bytes, sha256: hashOf(large) } : file,
  );
  await s3Store.put(first!.objectKey!, large);
  await s3Store.put(second!.objectKey!, await base.store.get(second!.objectKey!));
  const dossier = (await base.repository.dossier(CODE))!;
  await base.repository.commit([{ ...dossier, files }], []);
  const get = base.store.get.bind(base.store);
  const isFile = (key: string) => key.startsWith('files/');
  base.store.get = (key, part) => (isFile(key) ? s3Store.get(key, part) : get(key, part));
  const ask = (who: Who | 'nobody', path: string, headers: Record<string, string> = {}, init = {}) => {
    const request = requestBy(who, 'GET');
    return fetch(desk.url + path, { ...request, ...init, headers: { ...request.headers, ...headers } });
  };
  const inventory = new S3ObjectInventory(s3!, buckets);
  return {
    ...desk,
    ask,
    bucket,
    inventory,
    large,
    path: `/api/files/${first!.fileId}`,
    small: second!,
    files,
  };
}
