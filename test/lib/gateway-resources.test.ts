import { describe, expect, it } from 'vitest';
import { gatewayResources } from '../../lib/gateway-resources.ts';

const table = (capability: string, prefixes: string[], paths: string[], permission = 'loan:read') => ({
  capability,
  prefixes,
  routes: paths.map((path) => ({ path, permission })),
});

describe('gateway resources', () => {
  it('gives a prefix everything below it', () => {
    expect(gatewayResources([table('identity', ['/v1/users'], ['/v1/users/{userId}'])])).toEqual([
      { path: '/v1/users', capability: 'identity', public: false, below: true },
    ]);
  });

  it('lets a prefix with a variable child stand for itself, since the gateway takes one variable child only', () => {
    const resources = gatewayResources([
      table(
        'loans',
        ['/v1/loans', '/v1/loans/{loanId}'],
        ['/v1/loans', '/v1/loans/{loanId}', '/v1/loans/{loanId}/transitions'],
      ),
      table(
        'documents',
        ['/v1/loans/{loanId}/documents'],
        ['/v1/loans/{loanId}/documents/{documentId}/review'],
      ),
    ]);
    expect(resources.map(({ path, capability, below }) => [path, capability, below])).toEqual([
      ['/v1/loans', 'loans', false],
      ['/v1/loans/{loanId}', 'loans', true],
      ['/v1/loans/{loanId}/documents', 'documents', true],
    ]);
  });

  it('keeps a prefix public when all its routes are', () => {
    expect(
      gatewayResources([table('api', ['/v1/openapi.json'], ['/v1/openapi.json'], 'public')])[0]?.public,
    ).toBe(true);
  });

  it('refuses a prefix that is partly public', () => {
    const mixed = {
      capability: 'loans',
      prefixes: ['/v1/loans'],
      routes: [
        { path: '/v1/loans', permission: 'loan:list' },
        { path: '/v1/loans/rates', permission: 'public' },
      ],
    };
    expect(() => gatewayResources([mixed])).toThrow('/v1/loans mixes public and authorized routes');
  });

  it('refuses a prefix that two capabilities claim', () => {
    const claims = [table('loans', ['/v1/loans'], ['/v1/loans']), table('crm', ['/v1/loans'], ['/v1/loans'])];
    expect(() => gatewayResources(claims)).toThrow('/v1/loans is claimed by loans and crm');
  });

  it('refuses a route that would reach another capability', () => {
    const stray = [
      table('loans', ['/v1/loans/{loanId}'], ['/v1/loans/{loanId}/documents/{documentId}']),
      table('documents', ['/v1/loans/{loanId}/documents'], ['/v1/loans/{loanId}/documents']),
    ];
    expect(() => gatewayResources(stray)).toThrow('is under no prefix of its own');
  });

  it('refuses a route below a prefix that has no `{proxy+}`', () => {
    const lost = [table('loans', ['/v1/loans', '/v1/loans/{loanId}'], ['/v1/loans', '/v1/loans/search'])];
    expect(() => gatewayResources(lost)).toThrow('/v1/loans has a variable child');
  });

  it('refuses two names for one variable', () => {
    const named = [
      table('loans', ['/v1/loans/{loanId}'], []),
      table('documents', ['/v1/loans/{id}/documents'], []),
    ];
    expect(() => gatewayResources(named)).toThrow('both {loanId} and {id}');
  });
});
