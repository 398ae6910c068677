import { describe, expect, it } from 'vitest';
import { operatingSystem } from './operating-system.ts';

describe('the operating system', () => {
  it.each([
    ['macOS', '', 'mac'],
    ['', 'MacIntel', 'mac'],
    ['Windows', 'Win32', 'windows'],
    ['', 'Win32', 'windows'],
    ['Linux', 'Linux x86_64', 'other'],
    ['', '', 'other'],
  ])('named %j and %j is %s', (hint, platform, expected) => {
    const browser = { platform, userAgentData: { platform: hint } };
    expect(operatingSystem(browser as unknown as Navigator)).toBe(expected);
  });
});
