import { renderToString } from 'preact-render-to-string';
import { offersTree, trackingTree } from '../rivals/preact.jsx';
import { rendererOf } from './renderer.mjs';

export const makeRenderer = rendererOf(renderToString, trackingTree, offersTree);
