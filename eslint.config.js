import js from '@eslint/js';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['build/**', 'web/dist/**', '**/*.gen.ts', 'tests/bench/**/dist/**'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      // It overlooks that a failed try leaves the first value in place.
      'no-useless-assignment': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implied-eval': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['web/src/**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // States are told apart by exhaustive switches; the compiler checks them, this checks that
      // none hides behind a default.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // The browser's own methods are kept aside before a page can replace them.
      '@typescript-eslint/unbound-method': 'off',
      // Numbers of the protocol become enumerators where the batch is decoded.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // No text becomes markup: structure comes from templates in core.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Build nodes; markup from text is never needed.' },
        { property: 'outerHTML', message: 'Build nodes; markup from text is never needed.' },
        { property: 'insertAdjacentHTML', message: 'Build nodes.' },
        { object: 'document', property: 'write', message: 'Build nodes.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    // Runes of the rival that has them are words of its language.
    files: ['**/*.svelte.js'],
    languageOptions: { globals: { $state: 'readonly', $derived: 'readonly', $effect: 'readonly' } },
  },
  {
    files: ['tests/**/*.ts'],
    extends: [typescript.configs.recommended],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    // A test reads answers as they come and asserts what they hold.
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
);
