import * as z from 'zod';
import type { HttpResponse, Json } from '../service.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const replySchema = z.object({
  statusCode: z.union([
    z.int().min(100).max(599),
    z
      .string()
      .regex(/^[1-5]\d\d$/)
      .transform(Number),
  ]),
  headers: z.record(z.string(), headerValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The function's reply as HTTP; `undefined` for what API Gateway calls a malformed Lambda proxy response. */
export function proxyReply(payload: Json): HttpResponse | undefined {
  const parsed = replySchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const merged = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const [name, values] of Object.entries(multiValueHeaders ?? {}))
    merged[name.toLowerCase()] = values.join(', ');
  merged['content-type'] ??= 'application/json';
  return {
    status: statusCode,
    headers: merged,
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}
