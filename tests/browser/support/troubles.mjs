/** Everything that can be wrong with a parcel, pick-up and returns: one order with a parcel each. */

const kNow = Date.UTC(2026, 10, 21, 10);
const kDay = '2026-11-20';

/** Status, sub-status, and what else the source says. */
const kStates = [
  ['ready_for_pickup', 'notice_left'],
  ['ready_for_pickup', 'payment_needed'],
  ['attempt_failed', 'recipient_absent'],
  ['attempt_failed', 'business_closed'],
  ['attempt_failed', 'access_denied'],
  ['attempt_failed', 'address_problem'],
  ['attempt_failed', 'refused'],
  ['delayed', ''],
  ['delayed', 'customs_delay'],
  ['delayed', 'weather_delay'],
  ['delayed', 'missorted'],
  ['on_hold', ''],
  ['on_hold', 'held'],
  ['on_hold', 'payment_needed'],
  ['on_hold', 'documents_needed'],
  ['on_hold', 'customs_information_needed'],
  ['on_hold', 'security_problem'],
  ['exception', ''],
  ['exception', 'customer_moved'],
  ['exception', 'address_problem'],
  ['exception', 'pickup_missed'],
  ['exception', 'rejected_by_carrier'],
  ['exception', 'damaged'],
  ['exception', 'lost'],
  ['exception', 'destroyed'],
  ['exception', 'undeliverable'],
  ['delivered', 'left_with_neighbour', { signed_by: 'R. Huber' }],
  ['delivered', 'left_in_locker'],
  ['delivered', 'left_at_safe_place', { proof_photo: '/proof.svg' }],
  ['delivered', 'collected_by_customer'],
  ['delivered', 'signed', { signed_by: 'Ada Byron' }],
  ['delivered', '', { returns: { url: '/return', until: '2026-12-03' } }],
  ['delivered', '', { returns: { url: '/return', until: '2026-11-22T18:00:00+01:00' } }],
  ['delivered', '', { returns: { url: '/return' } }],
  ['returning', ''],
  ['returned', ''],
  ['cancelled', ''],
  ['expired', ''],
  ['label_created', '', { direction: 'return' }],
  ['in_transit', 'customs_started', { direction: 'return' }],
  ['delivered', '', { direction: 'return' }],
];

const kPickup = {
  name: 'Kiosk am Ring',
  address: 'Ring 1, 04109 Leipzig',
  hours: ['', '09:00-18:30', '09:00-18:30', '09:00-18:30', '09:00-18:30', '09:00-18:30', ''],
  until: '2026-11-28',
};

const parcel = ([status, subStatus, more], index) => ({
  id: `s${index}`,
  carrier_name: 'DHL',
  tracking_number: String(340_434_161 + index),
  tracking_url: 'https://dhl.example/track',
  report_url: `/report?shipment=s${index}`,
  status,
  sub_status: subStatus,
  ...(status === 'delivered' && { delivered_at: `${kDay}T11:20:00+01:00` }),
  ...(status === 'ready_for_pickup' && { pickup: kPickup }),
  ...more,
  checkpoints: [
    {
      id: 'b',
      status,
      sub_status: subStatus,
      message: 'As the carrier words it',
      time: `${kDay}T11:20:00+01:00`,
      place: { city: 'Leipzig', region: 'Sachsen', country: 'DE' },
    },
    { id: 'a', status: 'picked_up', message: '', time: '2026-11-18', place: { country: 'AT' } },
  ],
});

/** Returns it as a scenario (tests/scenarios). */
export function troubleScenario() {
  const page = {
    version: 1,
    now_ms: kNow,
    config: { api: '/postlude/v1', poll_ms: 0, zone_offset_minutes: 60 },
    shipments: kStates.map(parcel),
  };
  return {
    name: 'every_trouble',
    steps: [
      { send: 'Configure', at: kNow, payload: { api: '/postlude/v1' } },
      { send: 'Page', at: kNow, payload: page },
      { send: 'Mount', at: kNow, a: 1, b: 2 },
    ],
  };
}
