import type {
  EmploymentOrder,
  EmploymentVerifier,
} from '../../../lambdas/income/adapters/employment-verifier.ts';
import type { ProviderAnswer } from '../../../lambdas/income/domain/verification.ts';
import { unavailable } from '../../../lambdas/shared/errors.ts';

export type FakeFault = 'down' | 'frozen' | 'silent-after-accepting';

/** A provider in memory, with the sandbox's manners: it never dedupes, and answers what it was told to. */
export interface FakeVerifier extends EmploymentVerifier {
  placed: (EmploymentOrder & { orderId: string })[];
  /** Holds until it is taken away. */
  fault: FakeFault | undefined;
  answer: ProviderAnswer;
}

export function fakeVerifier(): FakeVerifier {
  const down = () => unavailable('Unavailable', 'the provider is down', { cause: 'test' });
  const fake: FakeVerifier = {
    placed: [],
    fault: undefined,
    answer: { kind: 'processing' },
    async place(order) {
      if (fake.fault === 'down') throw down();
      if (fake.fault === 'frozen') return { kind: 'refused', reasonCode: 'ConsumerFreeze' };
      const orderId = `order-${fake.placed.length + 1}`;
      fake.placed.push({ ...order, orderId });
      if (fake.fault === 'silent-after-accepting') throw down();
      return { kind: 'done', externalId: orderId };
    },
    async findByReference(clientReference) {
      if (fake.fault === 'down') throw down();
      const order = fake.placed.find((one) => one.clientReference === clientReference);
      return order ? { kind: 'done', externalId: order.orderId } : { kind: 'absent' };
    },
    async check(orderId) {
      if (fake.fault === 'down') throw down();
      return fake.placed.some((one) => one.orderId === orderId)
        ? fake.answer
        : { kind: 'closed', reasonCode: 'OrderUnknownToProvider' };
    },
  };
  return fake;
}
