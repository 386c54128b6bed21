#include "demo/server/shop_offer_pages.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/source_time.h"
#include "demo/server/offer_record_repository.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/shop_funnel_graph.h"
#include "demo/server/shop_panel_words.h"

namespace postlude::server {
namespace {

constexpr int64_t kRecordsAPage = 25;
constexpr int64_t kDayMs = 24LL * 3600 * 1000;
constexpr int64_t kMinuteMs = 60'000;
constexpr size_t kDateLetters = 10;

std::string record_sentence(const std::map<std::string, offer::OfferTally, std::less<>>& tallies,
                            const offer::Candidate& candidate) {
  const auto found = tallies.find(candidate.offer_id);
  if (found == tallies.end()) return {};
  std::string text = "Shown on " + std::to_string(found->second.shown);
  // Nobody can accept what another seller sells.
  if (!candidate.link) text += " and accepted on " + std::to_string(found->second.accepted);
  return text + " orders.";
}

PageValues::List offer_rows(const ShopSite& site, Database& database, const OfferSetup& setup) {
  const auto tallies = offer_tallies(database);
  PageValues::List rows;
  for (const offer::Candidate& candidate : setup.config.candidates) {
    rows.emplace_back();
    rows.back()
        .text("id", candidate.offer_id)
        .text("title", candidate.title)
        .text("terms", terms_sentence(candidate, setup.terms_of(candidate.offer_id),
                                      setup.config.policy.funnel, site.format))
        .text("rules", rules_sentence(candidate.rules, site.format))
        .text("memory", memory_sentence(candidate))
        .text("record", record_sentence(tallies, candidate));
  }
  return rows;
}

/// The first instant of a day "2026-11-21" in the shop's zone; nothing for anything else.
std::optional<int64_t> day_start_ms(const std::string& text) {
  if (text.size() != kDateLetters) return std::nullopt;
  const auto midnight = base::parse_source_time(text + "T00:00:00Z");
  const auto utc_ms = midnight ? base::instant_ms(*midnight) : std::nullopt;
  if (!utc_ms) return std::nullopt;
  return *utc_ms - kShopOffsetMinutes * kMinuteMs;
}

std::string query_text(const httplib::Request& request, const char* name) {
  constexpr size_t kMaxBytes = 100;
  std::string text = form_text(request, name);
  return text.size() <= kMaxBytes ? text : std::string();
}

/// What the query asks for, and the texts that stand in the form.
struct Asked {
  RecordFilter filter;
  std::string day;

  bool narrows() const {
    return filter.outcome || !filter.offer_id.empty() || !filter.order.empty() || !day.empty();
  }
};

Asked asked_of(const httplib::Request& request) {
  Asked asked;
  asked.filter.outcome = record_outcome_from(query_text(request, "outcome"));
  asked.filter.offer_id = query_text(request, "offer");
  asked.filter.order = query_text(request, "order");
  const std::string day = query_text(request, "day");
  asked.filter.from_ms = day_start_ms(day);
  if (asked.filter.from_ms) {
    asked.filter.until_ms = *asked.filter.from_ms + kDayMs;
    asked.day = day;
  }
  return asked;
}

PageValues choice(std::string_view value, const std::string& words, bool chosen) {
  PageValues values;
  values.text("value", std::string(value)).text("words", words).flag("chosen", chosen);
  return values;
}

PageValues::List outcome_choices(const Asked& asked) {
  PageValues::List choices;
#define X(name, text)                                                \
  choices.push_back(choice(text, outcome_words(RecordOutcome::name), \
                           asked.filter.outcome == RecordOutcome::name));
  POSTLUDE_RECORD_OUTCOMES(X)
#undef X
  return choices;
}

/// The configured offers, and the one asked for if it is configured no more.
PageValues::List offer_choices(Database& database, const Asked& asked) {
  std::set<std::string> ids;
  for (const offer::Candidate& candidate : load_offers(database).config.candidates) {
    ids.insert(candidate.offer_id);
  }
  if (!asked.filter.offer_id.empty()) ids.insert(asked.filter.offer_id);
  PageValues::List choices;
  for (const std::string& id : ids) choices.push_back(choice(id, id, id == asked.filter.offer_id));
  return choices;
}

PageValues::List record_rows(const ShopSite& site, const std::vector<OfferRecord>& records) {
  PageValues::List rows;
  for (const OfferRecord& record : records) {
    rows.emplace_back();
    rows.back()
        .text("quoted", site.format.date_time(record.quoted_ms))
        .text("order_id", record.order_id)
        .text("number", record.order_number)
        .text("offer_id", record.offer_id)
        .number("quantity", record.quantity)
        .text("outcome", outcome_words(record.outcome))
        .text("tone", std::string(outcome_tone(record.outcome)))
        .text("code", plain_words(record.code))
        .text("charged", record.charged_ms ? site.format.date_time(*record.charged_ms) : "")
        .text("total", site.format.money(record.total))
        .text("books", books_words(site.format, record.total, record.shop_total));
  }
  return rows;
}

std::string page_number(int64_t page, bool there) {
  return there ? std::to_string(page) : std::string();
}

}  // namespace

PageValues offers_page_values(const ShopSite& site, Database& database) {
  const OfferSetup setup = load_offers(database);
  PageValues values = funnel_values(setup);
  values.text("policy", policy_sentence(setup.config.policy))
      .list("offers", offer_rows(site, database, setup));
  return values;
}

PageValues records_page_values(const ShopSite& site, Database& database,
                               const httplib::Request& request) {
  const Asked asked = asked_of(request);
  const int64_t now_ms = site.app.clock.now_ms();
  const int64_t count = count_records(database, asked.filter, now_ms);
  const int64_t pages = std::max<int64_t>(1, (count + kRecordsAPage - 1) / kRecordsAPage);
  const int64_t page = std::clamp<int64_t>(form_number(request, "page", 1), 1, pages);
  const std::string_view outcome =
      asked.filter.outcome ? record_outcome_name(*asked.filter.outcome) : "";
  PageValues values;
  values.text("outcome", std::string(outcome))
      .text("offer", asked.filter.offer_id)
      .text("order", asked.filter.order)
      .text("day", asked.day)
      .flag("filtered", asked.narrows())
      .list("outcomes", outcome_choices(asked))
      .list("offers", offer_choices(database, asked))
      .text("heading", count == 1 ? "1 quote" : std::to_string(count) + " quotes")
      .flag("has_records", count > 0)
      .list("records", record_rows(site, list_records(database, asked.filter, now_ms, kRecordsAPage,
                                                      (page - 1) * kRecordsAPage)))
      .flag("paged", pages > 1)
      .number("page", page)
      .number("pages", pages)
      .text("newer", page_number(page - 1, page > 1))
      .text("older", page_number(page + 1, page < pages));
  return values;
}

}  // namespace postlude::server
