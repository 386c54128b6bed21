process.env.POSTLUDE_ENGINES = 'webkit';
await import('./every_test.mjs');
