/** How tests and the bench start Chromium: nothing but the page runs. */

// Of the browser's own pages those of its address bar are the worst: each window loads hundreds of their
// modules, which takes the processor from the page for seconds. Chromium heeds only the last list, so
// what Playwright's own has for pages on http: on loopback stands here again.
const kFeaturesOff = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export const kChromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${kFeaturesOff.join(',')}`,
];
