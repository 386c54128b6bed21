#include <cstdio>
#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/native/token.h"
#include "core/base/json_writer.h"

namespace postlude::cli {
namespace {

// Unix seconds reach this in the year 5138, milliseconds did in 1973.
constexpr int64_t kFirstMilliseconds = 100'000'000'000;

struct Options {
  std::string key;
  std::string key_file;
  std::vector<std::string> named_keys;
  int64_t now = 0;
  native::TokenExpectations expected;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each line (one token) with {\"valid\",\"reason\",\"claims\"}. A token is a quote or, "
    "when\n"
    "it says \"use\":\"order\", access to an order. A refused token is an answer like any other\n"
    "(exit code 0); its claims are null, because nobody vouches for them.\n"
    "\n"
    "A key on the command line can be read by others on the machine; prefer --key-file.\n"
    "\n"
    "Examples:\n"
    "  postlude verify-token --key-file secret.key --now \"$(date +%s)\" < tokens.txt\n"
    "  postlude verify-token --named-key 2026-12=$NEW --named-key 2026-11=$OLD --now 1790000000";

std::string answer_with(native::TokenReason reason, const std::string& claims) {
  base::JsonWriter out;
  out.begin_object().member("valid", reason == native::TokenReason::Ok);
  out.member("reason", native::token_reason_name(reason)).key("claims");
  out.raw(claims.empty() ? "null" : claims).end_object();
  return out.take();
}

std::string answer(std::string_view token, const native::KeyRing& ring, const Options& options) {
  base::JsonWriter claims;
  const auto quote = native::verify_quote(token, ring, options.now, options.expected);
  if (quote.reason == native::TokenReason::WrongUse) {
    const auto access = native::verify_access(token, ring, options.now, options.expected);
    if (access.claims) native::write_claims(claims, *access.claims);
    return answer_with(access.reason, claims.text());
  }
  if (quote.claims) native::write_claims(claims, *quote.claims);
  return answer_with(quote.reason, claims.text());
}

std::optional<native::KeyRing> read_keys(const Options& options) {
  native::KeyRing ring;
  if (!options.key.empty()) ring.keys.push_back({"", options.key});
  if (!options.key_file.empty()) {
    auto secret = read_input(options.key_file);
    if (!secret) return std::nullopt;
    while (!secret->empty() && (secret->back() == '\n' || secret->back() == '\r')) {
      secret->pop_back();
    }
    ring.keys.push_back({"", std::move(*secret)});
  }
  for (const std::string& named : options.named_keys) {
    const size_t equals = named.find('=');
    ring.keys.push_back({named.substr(0, equals), named.substr(equals + 1)});
  }
  for (const native::SigningKey& key : ring.keys) {
    if (key.secret.size() >= native::kMinSecretBytes) continue;
    std::fprintf(stderr, "postlude: a key is shorter than the %zu bytes that HS256 asks for\n",
                 native::kMinSecretBytes);
  }
  return ring;
}

int run(Options& options) {
  if (options.now >= kFirstMilliseconds) options.now /= 1000;
  const auto ring = read_keys(options);
  if (!ring) return kWrongUse;
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  for (const std::string_view line : split_lines(*bytes)) {
    write_answer(answer(line, *ring, options));
  }
  return kAllFine;
}

std::string check_named_key(const std::string& text) {
  const size_t equals = text.find('=');
  const bool good = equals != std::string::npos && equals > 0 && equals + 1 < text.size();
  return good ? "" : "a named key is written KID=SECRET";
}

}  // namespace

void add_verify_token_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("verify-token", "Verify signed tokens, one a line");
  command->footer(kFooter);
  CLI::Option_group* keys = command->add_option_group("keys", "One of these");
  keys->add_option("--key", options->key, "The secret, as text");
  keys->add_option("--key-file", options->key_file, "A file that holds the secret");
  keys->add_option("--named-key", options->named_keys, "KID=SECRET, once for each key in use")
      ->check(CLI::Validator(check_named_key, "KID=SECRET"))
      ->allow_extra_args(false);
  keys->require_option(1);
  command->add_option("--now", options->now, "The time, in Unix seconds or milliseconds")
      ->required();
  command->add_option("--issuer", options->expected.issuer, "Refuse tokens of another issuer");
  command->add_option("--shop", options->expected.shop, "Refuse tokens for another shop");
  command->add_option("--order", options->expected.order_id, "Refuse tokens for another order");
  command->add_option("--offer", options->expected.offer_id, "Refuse quotes of another offer");
  command->add_option("--purchased-at", options->expected.purchased_at_s,
                      "Refuse tokens signed before this time (Unix seconds)");
  command->add_flag_callback(
      "--live", [options] { options->expected.mode = native::Mode::Live; },
      "Refuse tokens of test mode");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
