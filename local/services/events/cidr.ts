import { BlockList, isIP } from 'node:net';

/** `10.0.0.0/24` or an IPv6 block; a bare address is a block of one. Throws on anything else. */
export function cidr(block: string): (text: string) => boolean {
  const [address = '', width, ...rest] = block.split('/');
  const version = isIP(address);
  const bits = width === undefined ? (version === 6 ? 128 : 32) : Number(width);
  if (
    version === 0 ||
    rest.length > 0 ||
    !Number.isInteger(bits) ||
    bits < 0 ||
    bits > (version === 6 ? 128 : 32)
  )
    throw new SyntaxError(`Malformed CIDR ${block}`);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  return (text) => isIP(text) === version && list.check(text, family);
}
