/** A settlement service that the creditor requires, and who may be shopped for it. */
export interface RequiredService {
  service: string;
  mayShop: boolean;
}

export interface ListedProvider {
  service: string;
  provider: string;
}

export interface ListDefect {
  service: string;
  reason: string;
  citation: '1026.19(e)(1)(vi)(C)';
}

/** The written list of providers: one at least for each service to shop for, and none for others (form H-27). */
export function providerListDefects(
  services: readonly RequiredService[],
  list: readonly ListedProvider[],
): ListDefect[] {
  const listed = new Set(list.map(({ service }) => service));
  const shoppable = new Set(services.filter(({ mayShop }) => mayShop).map(({ service }) => service));
  const defect = (service: string, reason: string): ListDefect => ({
    service,
    reason,
    citation: '1026.19(e)(1)(vi)(C)',
  });
  return [
    ...[...shoppable]
      .filter((service) => !listed.has(service))
      .map((service) => defect(service, 'no provider is named')),
    ...[...listed]
      .filter((service) => !shoppable.has(service))
      .map((service) => defect(service, 'the consumer may not shop for it')),
  ];
}
