// Throughput of the core, natively: postlude_core_bench [flags of Google Benchmark] FOLDER, where
// the folder holds the documents that tests/bench/server-side.mjs writes.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/native/format_text.h"
#include "bindings/native/keep_memory.h"
#include "bindings/native/render_widgets.h"
#include "core/app/render.h"
#include "core/app/update.h"
#include "core/base/json.h"
#include "core/output/diff.h"
#include "core/output/encode_batch.h"
#include "core/output/render_html.h"
#include "core/session.h"

namespace postlude {
namespace {

constexpr int64_t kNow = 1795255200000;
constexpr WidgetKind kKinds[] = {WidgetKind::Tracking, WidgetKind::Offer};

struct Documents {
  std::string name;
  std::string before;
  std::string after;  // one checkpoint differs
  std::string scan;   // that checkpoint alone
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

app::PageDocument page_of(const std::string& text) {
  auto page = app::parse_page(text);
  CHECK(page.ok());
  return std::move(page.value());
}

app::Model model_of(const std::string& text) {
  uint8_t kinds = 0;
  for (const WidgetKind kind : kKinds) kinds |= app::bit(kind);
  return app::first_model(page_of(text), kinds, kNow);
}

output::View view_of(const app::Model& model, WidgetKind kind) {
  output::View view;
  CHECK(app::render(model, kind, {}, view) == app::Showing::View);
  return view;
}

void count_bytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes));
}

void parse_json(benchmark::State& state, const Documents& documents) {
  for (auto _ : state) benchmark::DoNotOptimize(base::parse_json(documents.before));
  count_bytes(state, documents.before.size());
}

void parse_page(benchmark::State& state, const Documents& documents) {
  for (auto _ : state) benchmark::DoNotOptimize(app::parse_page(documents.before));
  count_bytes(state, documents.before.size());
}

// A document that brings what is known, and one that brings one change, taking turns.
void update(benchmark::State& state, const Documents& documents) {
  app::Model model = model_of(documents.before);
  output::Effects effects;
  const app::PageDocument pages[] = {page_of(documents.after), page_of(documents.before)};
  size_t turn = 0;
  for (auto _ : state) {
    state.PauseTiming();
    app::PageDocument page = pages[turn++ % 2];
    effects.clear();
    state.ResumeTiming();
    app::update(model, effects, std::move(page), kNow);
  }
}

void render_view(benchmark::State& state, const Documents& documents) {
  const app::Model model = model_of(documents.before);
  output::View view;
  for (auto _ : state) {
    for (const WidgetKind kind : kKinds) {
      benchmark::DoNotOptimize(app::render(model, kind, {}, view));
    }
  }
}

void diff(benchmark::State& state, const Documents& documents) {
  const app::Model before = model_of(documents.before);
  const app::Model after = model_of(documents.after);
  output::DomIds ids;
  output::Patches patches;
  std::vector<std::pair<output::View, output::View>> views;
  for (const WidgetKind kind : kKinds) {
    views.emplace_back(view_of(before, kind), view_of(after, kind));
    output::assign_ids(views.back().first, ids);
  }
  for (auto _ : state) {
    patches.clear();
    for (auto& [previous, next] : views) output::diff(previous, next, ids, patches);
    benchmark::DoNotOptimize(patches.data());
  }
}

void encode(benchmark::State& state, const Documents& documents) {
  const app::Model model = model_of(documents.before);
  output::DomIds ids;
  std::vector<output::View> views;
  for (const WidgetKind kind : kKinds) {
    views.push_back(view_of(model, kind));
    output::assign_ids(views.back(), ids);
  }
  output::BatchEncoder encoder;
  size_t size = 0;
  for (auto _ : state) {
    for (uint32_t root = 0; root < views.size(); ++root) {
      encoder.add({{output::PatchKind::Mount, output::TemplateId::Empty, root}}, views[root]);
    }
    benchmark::DoNotOptimize(encoder.finish(size).data());
  }
  count_bytes(state, size);
}

void render_html(benchmark::State& state, const Documents& documents,
                 const native::Language& language) {
  const app::Model model = model_of(documents.before);
  const output::TextFormatter formatter = native::thread_formatter(language);
  std::vector<output::View> views;
  for (const WidgetKind kind : kKinds) views.push_back(view_of(model, kind));
  std::string html;
  for (auto _ : state) {
    html.clear();
    for (const output::View& view : views) output::render_html(view, formatter, html);
    benchmark::DoNotOptimize(html.data());
  }
  count_bytes(state, html.size());
}

// All that a server does for one page.
void json_to_html(benchmark::State& state, const Documents& documents,
                  const native::Language& language) {
  native::ServerPage page;
  page.document = documents.before;
  page.placed = {std::begin(kKinds), std::end(kKinds)};
  page.now_ms = kNow;
  for (auto _ : state) {
    auto widgets = native::render_widgets(page, language, {}, {});
    CHECK(widgets.ok());
    benchmark::DoNotOptimize(widgets.value().data());
  }
  count_bytes(state, documents.before.size());
}

Session mounted_session(const Documents& documents) {
  Session session;
  for (const WidgetKind kind : kKinds) {
    const auto number = static_cast<uint32_t>(kind);
    session.send(MessageType::Mount, number + 1, number, {}, kNow);
  }
  session.send(MessageType::Page, 0, 0, documents.before, kNow);
  return session;
}

// What the page's thread waits for, without what the browser then does.
void session_mount(benchmark::State& state, const Documents& documents) {
  for (auto _ : state) {
    Session session = mounted_session(documents);
    benchmark::DoNotOptimize(&session.model());
  }
}

void session_poll(benchmark::State& state, const Documents& documents) {
  Session session = mounted_session(documents);
  const std::string* pages[] = {&documents.after, &documents.before};
  size_t turn = 0;
  for (auto _ : state) {
    const Batch batch = session.send(MessageType::Page, 0, 0, *pages[turn++ % 2], kNow);
    benchmark::DoNotOptimize(batch.bytes);
  }
}

void session_scan(benchmark::State& state, const Documents& documents) {
  Session session = mounted_session(documents);
  const std::string scans[] = {documents.scan, documents.scan};
  std::string other = documents.scan;
  const size_t at = other.find("amended");
  CHECK(at != std::string::npos);
  other.replace(at, 7, "changed");
  size_t turn = 0;
  for (auto _ : state) {
    const std::string& scan = turn++ % 2 == 0 ? scans[0] : other;
    const Batch batch = session.send(MessageType::Checkpoint, 0, 0, scan, kNow);
    benchmark::DoNotOptimize(batch.bytes);
  }
}

using Measure = void (*)(benchmark::State&, const Documents&);
using WordMeasure = void (*)(benchmark::State&, const Documents&, const native::Language&);

void register_all(const std::vector<Documents>& all, const native::Language& language) {
  constexpr std::pair<const char*, Measure> kMeasures[] = {
      {"parse_json", parse_json},
      {"parse_page", parse_page},
      {"update", update},
      {"render_view", render_view},
      {"diff", diff},
      {"encode", encode},
      {"session_mount", session_mount},
      {"session_poll", session_poll},
      {"session_scan", session_scan},
  };
  constexpr std::pair<const char*, WordMeasure> kWordMeasures[] = {
      {"render_html", render_html},
      {"json_to_html", json_to_html},
  };
  for (const Documents& documents : all) {
    const auto add = [&](const char* name, const auto& measure) {
      benchmark::RegisterBenchmark((std::string(name) + "/" + documents.name).c_str(), measure)
          ->Unit(benchmark::kMillisecond);
    };
    for (const auto& [name, measure] : kMeasures) {
      add(name,
          [&documents, measure = measure](benchmark::State& state) { measure(state, documents); });
    }
    for (const auto& [name, measure] : kWordMeasures) {
      add(name, [&documents, &language, measure = measure](benchmark::State& state) {
        measure(state, documents, language);
      });
    }
  }
}

}  // namespace
}  // namespace postlude

int main(int argc, char** argv) {
  postlude::native::keep_memory();  // as the backend does
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::fputs("postlude_core_bench [flags] FOLDER\n", stderr);
    return 2;
  }
  const std::string folder = argv[1];
  std::vector<postlude::Documents> all;
  for (const char* name : {"full", "small"}) {
    const std::string base = folder + "/" + name;
    all.push_back({name, postlude::read_file(base + ".json"),
                   postlude::read_file(base + "-after.json"),
                   postlude::read_file(base + "-scan.json")});
    if (all.back().scan.empty()) {
      std::fprintf(stderr, "postlude_core_bench: %s*.json is missing\n", base.c_str());
      return 2;
    }
  }
  const postlude::native::Locales locales(POSTLUDE_LOCALES);
  const postlude::native::Language english = locales.pick({"en"});
  postlude::register_all(all, english);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
