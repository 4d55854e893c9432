import { describe, expect, it } from 'vitest';
import { stageNamed, stageNames } from '../../lib/stages.ts';

describe('stages', () => {
  it('refuses an unknown stage and lists the valid ones', () => {
    expect(() => stageNamed('production')).toThrow(
      'Unknown stage "production". Valid stages: dev, staging, prod, local.',
    );
  });

  it.each(stageNames)('knows %s by its name', (name) => {
    expect(stageNamed(name).name).toBe(name);
  });

  it('keeps data in staging and prod only', () => {
    expect(stageNames.filter((name) => stageNamed(name).keepsData)).toEqual(['staging', 'prod']);
  });

  it('takes tokens over http from loopback only', () => {
    for (const name of stageNames) {
      for (const issuer of Object.values(stageNamed(name).issuers)) {
        if (issuer === 'user-pool') continue;
        for (const address of [issuer.issuer, issuer.jwksUrl])
          expect(new URL(address).hostname).toBe('127.0.0.1');
      }
    }
    expect(stageNamed('prod').issuers).toEqual({ staff: 'user-pool', borrowers: 'user-pool' });
  });

  it('gives every address of dev, staging and prod over https', () => {
    for (const name of ['dev', 'staging', 'prod'] as const) {
      const { partners, lender } = stageNamed(name);
      for (const address of [...Object.values(partners), lender.domain])
        expect(new URL(address).protocol).toBe('https:');
    }
  });
});
