import type { HttpRequest } from '../services/service.ts';

export interface AwsOperation {
  /** The SigV4 credential scope's service name. */
  service: string;
  /** As the API names it where the wire tells; else method and first path segment (`PUT object`). */
  operation: string;
  isWrite: boolean;
}

const readOnly =
  /^(Batch)?(Get|List|Describe|Query|Scan|Head|Receive|Decrypt|Encrypt|GenerateDataKey|GenerateMac|Verify|Sign|Detect|Analyze|TransactGet|Lookup|Filter)/;

/** Which service and operation a request is for. Unsigned requests are S3's: only it has any. */
export function operationOf(request: HttpRequest): AwsOperation {
  const scope = /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\//.exec(request.headers['authorization'] ?? '')?.[1];
  const service = scope ?? request.url.searchParams.get('X-Amz-Credential')?.split('/')[3] ?? 's3';
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const operation = target.split('.').at(-1) ?? '';
    return { service, operation, isWrite: !readOnly.test(operation) };
  }
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
  if (service !== 's3')
    return {
      service,
      operation: `${request.method} ${
        request.url.pathname
          .split('/')
          .slice(1, 3)
          .filter((part) => /^[a-z0-9-]{1,24}$/.test(part))[0] ?? ''
      }`.trim(),
      isWrite,
    };
  const onObject = request.url.pathname.split('/').filter((part) => part !== '').length > 1;
  return { service, operation: `${request.method} ${onObject ? 'object' : 'bucket'}`, isWrite };
}
