// How long keeping attempts takes: one at a time with each on the disk, many processes into one
// store, many at once. Usage: records_bench FOLDER|URI [SAVES [PROCESSES EACH [BULK]]]
// A number of 0 leaves a part out; with the URI of a server all parts share one database.
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "engine/records/store.h"
#include "tests/support/numbered_attempt.h"

namespace mot {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMinute = 60'000;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::unique_ptr<Store> open(const std::string& path) {
  auto store = open_store(path, kMinute);
  if (!store) {
    fmt::print(stderr, "{}\n", store.error().message);
    std::exit(3);
  }
  return std::move(*store);
}

/// The raw cost of what makes each save last: writing a page and waiting for the disk.
double milliseconds_of_sync(const std::string& folder) {
  constexpr int kRounds = 50;
  const std::string path = folder + "/sync";
  std::FILE* file = std::fopen(path.c_str(), "wbe");
  const std::string page(4096, 'x');
  const Clock::time_point begin = Clock::now();
  for (int i = 0; i < kRounds; ++i) {
    std::fwrite(page.data(), 1, page.size(), file);
    std::fflush(file);
    ::fsync(::fileno(file));
  }
  const double each = milliseconds_since(begin) / kRounds;
  std::fclose(file);
  return each;
}

void save_one_by_one(const std::string& path, std::size_t saves) {
  const auto store = open(path);
  std::vector<double> taken;
  for (std::size_t i = 0; i < saves; ++i) {
    const Attempt attempt = test::numbered_attempt(i);
    const Clock::time_point begin = Clock::now();
    if (!store->put(attempt)) std::exit(3);
    taken.push_back(milliseconds_since(begin));
  }
  std::sort(taken.begin(), taken.end());
  fmt::print("{} saves: median {:.2f} ms, p99 {:.2f} ms, longest {:.2f} ms\n", saves,
             taken[saves / 2], taken[saves * 99 / 100], taken.back());
}

int write_as(std::size_t process, std::size_t each, const std::string& path) {
  const auto store = open(path);
  for (std::size_t i = 0; i < each; ++i) {
    const auto put = store->put(test::numbered_attempt(process * each + i));
    if (!put) fmt::print(stderr, "{}\n", put.error().message);
    if (!put) return 1;
  }
  return 0;
}

void write_together(const std::string& path, std::size_t processes, std::size_t each) {
  const Clock::time_point begin = Clock::now();
  for (std::size_t p = 0; p < processes; ++p) {
    if (::fork() == 0) ::_exit(write_as(p, each, path));
  }
  int failed = 0;
  for (std::size_t p = 0; p < processes; ++p) {
    int status = 0;
    ::wait(&status);
    failed += status == 0 ? 0 : 1;
  }
  const double seconds = milliseconds_since(begin) / 1000;
  std::set<std::string> ids;
  std::size_t rows = 0;
  open(path)->visit({}, [&](const Attempt& attempt) {
    ids.insert(attempt.id);
    ++rows;
    return true;
  });
  fmt::print("{} processes, {} attempts each: {:.1f} s, {} rows, {} ids, {} processes failed\n",
             processes, each, seconds, rows, ids.size(), failed);
}

void save_many_at_once(const std::string& path, std::size_t count) {
  constexpr std::size_t kBatch = 500;
  const auto store = open(path);
  const Clock::time_point begin = Clock::now();
  std::vector<Attempt> batch;
  for (std::size_t i = 0; i < count; ++i) {
    batch.push_back(test::numbered_attempt(i));
    if (batch.size() < kBatch && i + 1 < count) continue;
    if (!store->put(batch)) std::exit(3);
    batch.clear();
  }
  const double put = milliseconds_since(begin) / 1000;
  const Clock::time_point read_begin = Clock::now();
  std::size_t rows = 0;
  store->visit({}, [&](const Attempt&) { return ++rows > 0; });
  fmt::print("{} attempts at once: put in {:.1f} s, read in {:.1f} s\n", rows, put,
             milliseconds_since(read_begin) / 1000);
}

}  // namespace
}  // namespace mot

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: records_bench FOLDER|URI [SAVES [PROCESSES EACH [BULK]]]\n");
    return 2;
  }
  const auto number = [&](int place, std::size_t otherwise) {
    return place < argc ? static_cast<std::size_t>(std::atoi(argv[place])) : otherwise;
  };
  const std::string place = argv[1];
  const bool remote = mot::is_remote(place);
  const auto store = [&](const char* name) { return remote ? place : place + "/" + name; };
  if (!remote) {
    std::filesystem::create_directories(place);
    fmt::print("a page and fsync alone: {:.2f} ms\n", mot::milliseconds_of_sync(place));
  }
  if (number(2, 500) > 0) mot::save_one_by_one(store("saves.sqlite"), number(2, 500));
  if (number(3, 64) > 0)
    mot::write_together(store("together.sqlite"), number(3, 64), number(4, 200));
  if (number(5, 80'000) > 0) mot::save_many_at_once(store("bulk.sqlite"), number(5, 80'000));
  return 0;
}
