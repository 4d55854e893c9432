import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import * as z from 'zod';
import { expectBody } from '../../../tools/client/keyturn-client.ts';
import { newLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

export const idempotency = {
  'the same POST under the same key opens one loan and gives the same answer': async ({ cast }: Scene) => {
    const key = randomUUID();
    const body = newLoan(cast.address('twice'));
    const first = await cast.officer.post('/v1/loans', body, { key });
    const second = await cast.officer.post('/v1/loans', body, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const { items } = expectBody(
      await cast.officer.get('/v1/loans?limit=100'),
      200,
      z.looseObject({ items: z.array(z.looseObject({ loanId: z.string() })) }),
    );
    const { loanId } = expectBody(first, 201, z.looseObject({ loanId: z.string() }));
    expect(items.filter((loan) => loan.loanId === loanId)).toHaveLength(1);
  },
  'another body under the same key is refused': async ({ cast }: Scene) => {
    const key = randomUUID();
    const body = newLoan(cast.address('other-body'));
    expect((await cast.officer.post('/v1/loans', body, { key })).status).toBe(201);
    expect(await cast.officer.post('/v1/loans', { ...body, amountCents: 100_000 }, { key })).toMatchObject({
      status: 409,
      body: { code: 'IdempotencyKeyReused' },
    });
  },
  'racing POSTs under one key open one loan': async ({ cast }: Scene) => {
    const key = randomUUID();
    const body = newLoan(cast.address('racing'));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => cast.officer.post('/v1/loans', body, { key })),
    );
    const opened = answers.filter(({ status }) => status === 201);
    expect(opened.length).toBeGreaterThan(0);
    for (const { body: reply } of opened) expect(reply).toEqual(opened[0]?.body);
  },
};
