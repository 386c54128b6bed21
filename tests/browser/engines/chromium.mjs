process.env.POSTLUDE_ENGINES = 'chromium';
await import('./every_test.mjs');
