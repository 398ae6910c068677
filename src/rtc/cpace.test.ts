// Against the test vectors of draft-irtf-cfrg-cpace-21: string functions, ristretto255 with SHA-512, invalid points.

import { describe, expect, it } from 'vitest';
import {
  calculateGenerator,
  generatorString,
  lvCat,
  prependLength,
  sampleScalar,
  scalarMult,
  scalarMultVerified,
  sessionKey,
  transcript,
} from './cpace.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array | null) => (data === null ? null : Buffer.from(data).toString('hex'));
const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'ascii'));
const range = (length: number) => Uint8Array.from({ length }, (_, index) => index);

const PRS = bytes('50617373776f7264');
const CI = bytes('0b415f696e69746961746f720b425f726573706f6e646572');
const SID = bytes('7e4b4791d6a8ef019b936c79fb7f2c57');
const INPUTS = { prs: PRS, ci: CI, sid: SID };

const GENERATOR_STRING =
  '11435061636552697374726574746f3235350850617373776f726464' +
  '00000000000000000000000000000000000000000000000000000000' +
  '00000000000000000000000000000000000000000000000000000000' +
  '00000000000000000000000000000000000000000000000000000000' +
  '00000000000000000000000000000000180b415f696e69746961746f' +
  '720b425f726573706f6e646572107e4b4791d6a8ef019b936c79fb7f2c57';
const G = '222b6b195fe84b1652badb6f6a3ae3d24341e7306967f0b8115b40d5698c7e56';
const YA_SCALAR = 'da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08';
const YA = 'd6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157';
const YB_SCALAR = 'd2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d';
const YB = '3ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f7258';
const K = '80b69a8a76457ab6a4d7f887a4bf6b55a2f80ac19c333f917a05fc9887c8b40f';
const TRANSCRIPT_IR =
  '20d6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157034144612' +
  '03ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f725803414462';
const TRANSCRIPT_OC =
  '6f6320d6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157034144612' +
  '03ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f725803414462';
const ISK_IR =
  'b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd' +
  '2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c3fa2068af7900447';
const ISK_SY =
  '544199d71f62f8d9a1fee55727e24fe4a45844593c2b6013c4fa3969d0e5debb' +
  '2244675c0b43397cbb68d342b01fc0f98fc961469a25134de9f0f813c1a57476';

describe('CPace’s string functions', () => {
  it.each([
    ['nothing', new Uint8Array(0), '00'],
    ['four bytes', ascii('1234'), '0431323334'],
    ['127 bytes', range(127), `7f${hex(range(127))}`],
    ['128 bytes', range(128), `8001${hex(range(128))}`],
  ])('prepend the length of %s', (_, data, expected) => {
    expect(hex(prependLength(data))).toBe(expected);
  });

  it('join parts with their lengths', () => {
    const parts = [ascii('1234'), ascii('5'), ascii(''), ascii('678')];
    expect(hex(lvCat(...parts))).toBe('043132333401350003363738');
  });

  it('make the generator string of 170 bytes', () => {
    expect(hex(generatorString(INPUTS))).toBe(GENERATOR_STRING);
  });

  it('transcribe what the initiator and the responder sent', () => {
    const own = { share: bytes(YA), data: ascii('ADa') };
    const other = { share: bytes(YB), data: ascii('ADb') };
    expect(hex(transcript(own, other))).toBe(TRANSCRIPT_IR);
  });
});

describe('CPace with ristretto255 and SHA-512', () => {
  it('calculates the generator', async () => {
    expect(hex((await calculateGenerator(INPUTS)).toBytes())).toBe(G);
  });

  it.each([
    ['A', YA_SCALAR, YA],
    ['B', YB_SCALAR, YB],
  ])('calculates the share of %s', async (_, scalar, share) => {
    const generator = await calculateGenerator(INPUTS);
    expect(hex(scalarMult(sampleScalar(bytes(scalar)), generator))).toBe(share);
  });

  it('comes to the same K on both sides', () => {
    expect(hex(scalarMultVerified(sampleScalar(bytes(YA_SCALAR)), bytes(YB)))).toBe(K);
    expect(hex(scalarMultVerified(sampleScalar(bytes(YB_SCALAR)), bytes(YA)))).toBe(K);
  });

  it('derives ISK_IR, and ISK_SY from the transcript of the other setting', async () => {
    expect(hex(await sessionKey(SID, bytes(K), bytes(TRANSCRIPT_IR)))).toBe(ISK_IR);
    expect(hex(await sessionKey(SID, bytes(K), bytes(TRANSCRIPT_OC)))).toBe(ISK_SY);
  });

  const S = '7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05';

  it('multiplies a valid point', () => {
    const x = bytes('2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c');
    expect(hex(scalarMultVerified(sampleScalar(bytes(S)), x))).toBe(
      '7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e',
    );
  });

  it.each([
    ['an encoding of no point (Y_i1)', '2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'],
    ['the identity (Y_i2)', '00'.repeat(32)],
    // RFC 9496, appendix A.2: not canonical, negative, no square.
    ['a field element that is too large', `${'ff'.repeat(31)}7f`],
    ['a negative field element', `01${'00'.repeat(31)}`],
    ['too few bytes', '00'.repeat(31)],
  ])('has both sides abort on %s', (_, encoded) => {
    expect(scalarMultVerified(sampleScalar(bytes(S)), bytes(encoded))).toBeNull();
  });

  it('samples scalars of 252 bits, never the same', () => {
    expect(sampleScalar(new Uint8Array(32).fill(255))).toBe(2n ** 252n - 1n);
    expect(sampleScalar()).not.toBe(sampleScalar());
  });
});
