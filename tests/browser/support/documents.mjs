/** The documents that tests show on pages of their own: one order, one open offer. */
export const kOrder = {
  version: 1,
  id: 'o1',
  number: '#1001',
  created_at: '2026-11-20',
  currency: 'EUR',
  lines: [{ id: 'l1', title: 'Moka pot', quantity: 1, total_minor: 3200 }],
  totals: [{ kind: 'total', amount_minor: 3200 }],
};

export const kOffer = {
  id: 'f1',
  product_id: 'p9',
  title: 'Hand grinder',
  quantity: 1,
  status: 'open',
  reason: 'merchant_pick',
  quote: {
    token: 'q1',
    currency: 'EUR',
    subtotal_minor: 4900,
    discount_minor: 0,
    shipping_minor: 0,
    tax_minor: 782,
    total_minor: 4900,
    tax_included: true,
    expires_at_ms: 4102444800000,
  },
};

/** A page document with both. */
export const kPage = {
  version: 1,
  config: { api: '/api' },
  order: kOrder,
  shipments: [],
  offers: [kOffer],
};
