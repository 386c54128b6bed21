// What a shopper downloads: bytes in, bytes out. No logic lives here.

#include <cstdint>
#include <string>

#include "core/session.h"

namespace {

postlude::Session session;
std::string input;
size_t batch_size = 0;

}  // namespace

extern "C" {

/// Returns where the host writes `size` bytes of payload for the next `postlude_send`. Memory may
/// grow: make views of it after this call, not before. A smaller size keeps what was written.
char* postlude_input(uint32_t size) {
  input.resize(size);
  return input.data();
}

/// Sends one message (core/session.h) with the payload written before, and forgets the payload.
/// Returns the address of the batch, 4-byte aligned and valid until the next call; its size is
/// `postlude_size()`, 0 when there is nothing to do.
const uint8_t* postlude_send(uint32_t type, uint32_t a, uint32_t b, double now_ms) {
  const postlude::Batch batch = session.send(static_cast<postlude::MessageType>(type), a, b, input,
                                             static_cast<int64_t>(now_ms));
  input.clear();
  batch_size = batch.size;
  return batch.bytes;
}

uint32_t postlude_size() { return static_cast<uint32_t>(batch_size); }

}  // extern "C"
