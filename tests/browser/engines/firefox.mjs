process.env.POSTLUDE_ENGINES = 'firefox';
await import('./every_test.mjs');
