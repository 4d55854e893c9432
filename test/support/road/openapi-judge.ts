import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import type { AnswerSeen } from './answers-seen.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  responses: z.record(
    z.string(),
    z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() }),
  ),
});
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

interface Judged {
  operationIds: Set<string>;
  /** Answers that the document does not tell of, each once. */
  misfits: string[];
}

/** Holds every answer against what the OpenAPI document says of its operation, status and body. */
export function judgeAnswers(document: unknown, answers: readonly AnswerSeen[]): Judged {
  const { paths } = Document.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema(document as object, 'openapi');
  const operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      template,
      pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
      operation,
    })),
  );
  const judged: Judged = { operationIds: new Set(), misfits: [] };
  const misfits = new Set<string>();
  for (const { method, path, status, body } of answers) {
    const bare = path.split('?')[0] ?? '';
    const found = operations.find((one) => one.method === method && one.pattern.test(bare));
    if (!found) {
      misfits.add(`${method} ${bare}: no such operation`);
      continue;
    }
    const { operation, template } = found;
    judged.operationIds.add(operation.operationId);
    const responseKey = [String(status), `${String(status)[0]}XX`, 'default'].find(
      (key) => key in operation.responses,
    );
    const what = `${operation.operationId} ${status}`;
    if (responseKey === undefined) {
      misfits.add(`${what}: not told of`);
      continue;
    }
    const [media] = Object.keys(operation.responses[responseKey]?.content ?? {});
    if (media === undefined) continue;
    const pointer = [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      responseKey,
      'content',
      media,
      'schema',
    ]
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = ajv.getSchema(`openapi#/${pointer}`);
    if (!validate) misfits.add(`${what}: has no schema`);
    else if (validate(body) !== true) misfits.add(`${what}: ${ajv.errorsText(validate.errors ?? [])}`);
  }
  judged.misfits = [...misfits];
  return judged;
}
