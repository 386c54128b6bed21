// How many numbers and how many texts of carriers a second, natively: postlude_tracking_bench.

#include <benchmark/benchmark.h>

#include <string_view>

#include "core/tracking/classify_text.h"
#include "core/tracking/detect_courier.h"

namespace postlude::tracking {
namespace {

// Of every length and kind, and two that are nobody's.
constexpr std::string_view kNumbers[] = {
    "1Z999AA10123456784",
    "612345678902",
    "9400111899223000000000",
    "420941079261290123456712345678900",
    "RR123456785GB",
    "1234567891",
    "JJD0012345678",
    "GM60511234567890",
    "01234567890123K",
    "4001234567890125",
    "TBA123456789012",
    "YT2412345678901234",
    "061 1234 5678 9018",
    "96 1102 0987 6543 1234 5672",
    "hello",
    "00000000000000000000000",
};

void detect(benchmark::State& state) {
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(detect_courier(kNumbers[next++ % std::size(kNumbers)]));
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}

BENCHMARK(detect);

constexpr std::string_view kTexts[] = {
    "Delivered, Front Door/Porch",
    "The shipment could not be delivered: nobody at home, a card was left",
    "Die Sendung wurde im Start-Paketzentrum bearbeitet",
    "Votre colis est en cours d'acheminement",
    "Ожидает адресата в месте вручения",
    "快件到达 上海转运中心",
};

void classify(benchmark::State& state) {
  const TextClassifier classifier;
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(classifier.classify(kTexts[next++ % std::size(kTexts)]));
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}

BENCHMARK(classify);

}  // namespace
}  // namespace postlude::tracking

BENCHMARK_MAIN();
