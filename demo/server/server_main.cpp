// postlude-server: the reference backend and the demo shop on one port.
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <memory>
#include <stop_token>
#include <thread>

#include "bindings/native/keep_memory.h"
#include "demo/server/app.h"
#include "demo/server/http_server.h"
#include "demo/server/settle_charges.h"

namespace {

using postlude::server::App;
using postlude::server::HttpServer;
using postlude::server::Options;

std::string fault_help() {
  std::string text = "Fail on purpose: a list such as slow=200,crash_after_charge=1. Points:";
  for (const postlude::server::FaultPoint& point : postlude::server::fault_points()) {
    text += "\n  " + std::string(point.name) + ": " + std::string(point.meaning);
  }
  return text;
}

void add_options(CLI::App& command, Options& options) {
  command.add_option("--host", options.host, "Address to bind to")->capture_default_str();
  command.add_option("--port", options.port, "Port to bind to; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command.add_option("--db", options.db, "SQLite file, made when missing")->capture_default_str();
  command
      .add_option("--clock", options.clock,
                  "\"system\", or the time at which the shop's clock starts: 2026-11-21T10:00:00Z")
      ->capture_default_str();
  command.add_option("--fault", options.faults, fault_help());
  command.add_flag("--request-faults", options.request_faults,
                   "Let a request bring faults of its own in the header Postlude-Fault; for tests");
  command
      .add_option("--streams", options.streams,
                  "How many pages may listen at once; the others poll, 0: all of them")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command.add_option("--log", options.log, "trace, debug, info, warn, error or off")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
      ->capture_default_str();
  command.add_option("--store", options.store_dir, "Directory of the demo shop's files")
      ->capture_default_str();
  command.add_option("--dist", options.dist_dir, "Directory of the built widgets, at /postlude/")
      ->capture_default_str();
  command
      .add_option("--locales", options.locales_dir, "Directory of the words, for rendering here")
      ->capture_default_str();
  command.add_option("--trusted-proxy", options.trusted_proxy,
                     "Address of the proxy in front, whose X-Forwarded-For is believed");
  command.add_flag_callback(
      "--live", [&options] { options.mode = postlude::native::Mode::Live; },
      "No test mode: pages wear no badge, and its tokens, cards and saved payment methods are "
      "refused. There is a test gateway only, so nobody can pay until yours is in its place");
  command
      .add_option("--csp", options.csp,
                  "\"strict\", or \"no-wasm\": the shop's pages forbid WebAssembly")
      ->check(CLI::IsMember({"strict", "no-wasm"}))
      ->capture_default_str();
}

/// Waits for SIGTERM or SIGINT, then lets the server finish what it has begun.
void stop_on_signal(const std::stop_token& stop, HttpServer& server, const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
  while (!server.is_running() && !stop.stop_requested()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  if (stop.stop_requested()) return;
  spdlog::info("stopping: finishing open requests");
  server.finish();
}

/// Settles, every second, charges whose outcome a request could not wait for.
void settle_in_background(const std::stop_token& stop, App& app) {
  while (!stop.stop_requested()) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    try {
      postlude::server::settle_open_charges(app, postlude::server::Settle::Waiting);
    } catch (const std::exception& error) {
      spdlog::error("settling charges: {}", error.what());
    }
  }
}

int serve(const Options& options) {
  // Blocked before any thread starts, so that every thread inherits it and only sigwait() sees
  // them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  App app(options);
  postlude::server::settle_open_charges(app, postlude::server::Settle::LeftByACrash);
  HttpServer server(app);
  const int port = server.bind();
  if (port == 0) {
    spdlog::error("cannot listen on {}:{}", options.host, options.port);
    return 1;
  }
  std::jthread stopping(stop_on_signal, std::ref(server), std::cref(signals));
  const std::jthread settling(settle_in_background, std::ref(app));
  spdlog::info("listening on http://{}:{}/", options.host, port);
  const bool stopped_well = server.listen_after_bind();
  // Wakes the waiting thread when no signal has ended the listening.
  stopping.request_stop();
  kill(getpid(), SIGTERM);
  return stopped_well ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  postlude::native::keep_memory();
  Options options;
  CLI::App command("The Postlude reference backend and demo shop.", "postlude-server");
  add_options(command, options);
  CLI11_PARSE(command, argc, argv);
  // Standard output is free for whoever wants to read it line by line; the log goes to stderr.
  spdlog::set_default_logger(spdlog::stderr_color_mt("postlude"));
  spdlog::set_level(spdlog::level::from_str(options.log));
  try {
    return serve(options);
  } catch (const std::exception& error) {
    spdlog::error("{}", error.what());
    return 1;
  }
}
