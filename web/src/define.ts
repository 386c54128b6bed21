/** Importing this module defines the custom elements. */
import { defineElements } from './define-elements.js';

defineElements();
