// Which family of systems this browser runs on, as far as it says: only for words that name a system's settings.

export type OperatingSystem = 'mac' | 'windows' | 'other';

interface PlatformNavigator extends Navigator {
  /** User-Agent Client Hints; in Chromium. */
  readonly userAgentData?: { readonly platform: string };
}

/** The system that `browser` names. */
export function operatingSystem(browser: PlatformNavigator = navigator): OperatingSystem {
  const platform = browser.userAgentData?.platform || browser.platform;
  if (/^mac/i.test(platform)) return 'mac';
  return /^win/i.test(platform) ? 'windows' : 'other';
}
