export interface CloudPorts {
  /** All AWS services. */
  aws: number;
  /** The REST API and `/_local/*`. */
  api: number;
  partners: number;
}

/** What the templates of the local stage are written with. */
export const defaultPorts: CloudPorts = { aws: 4570, api: 4571, partners: 4572 };

/** Puts the ports of this run in the place of the default ones, in every URL on loopback at once. */
export function portRewrite(ports: CloudPorts): (text: string) => string {
  const actual = new Map([
    [defaultPorts.aws, ports.aws],
    [defaultPorts.api, ports.api],
    [defaultPorts.partners, ports.partners],
  ]);
  return (text) =>
    text.replaceAll(/(?<=(?:127\.0\.0\.1|localhost):)(4570|4571|4572)(?!\d)/g, (port) =>
      String(actual.get(Number(port))),
    );
}
