#include "engine/records/lrs_push.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace mot {
namespace {

/// How often one request is tried, and the first pause between two tries, which then doubles: half
/// a minute in all.
constexpr int kTries = 7;
constexpr double kFirstPause = 0.5;
/// Who is asked to come back later than this comes back with the next push.
constexpr double kLongestPause = 120;
constexpr std::size_t kLongestCause = 300;

struct Status {
  enum : int {
    no_trust = 0,
    ok = 200,
    no_content = 204,
    bad_request = 400,
    unauthorized = 401,
    forbidden = 403,
    request_timeout = 408,
    conflict = 409,
    too_large = 413,
    too_many_requests = 429,
    server_error = 500,
  };
};

bool may_pass(int status) {
  return status == Status::request_timeout || status == Status::too_many_requests ||
         status >= Status::server_error;
}

/// The beginning of what a server said, without what would break a line or a terminal.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (!control) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    if (line.size() >= kLongestCause) break;
  }
  // Not in the middle of a letter.
  while (line.size() >= kLongestCause && (static_cast<unsigned char>(line.back()) & 0x80U) != 0) {
    line.pop_back();
  }
  return line;
}

/// Why a request was not answered well, or at all.
std::string cause_of(const Result<HttpAnswer>& answer) {
  return answer ? fmt::format("it answers {}", answer->status) : answer.error().message;
}

}  // namespace

double retry_seconds(const std::string& retry_after) {
  int seconds = -1;
  const char* end = retry_after.data() + retry_after.size();
  const auto read = std::from_chars(retry_after.data(), end, seconds);
  return read.ec == std::errc() && read.ptr == end ? seconds : -1;
}

Result<bool> LrsPush::add(const std::vector<Json>& statements) {
  for (const Json& statement : statements) {
    const Json* id = statement.find("id");
    if (world_.is_known(*id->string())) {
      ++known_;
      continue;
    }
    waiting_.push_back({*id->string(), statement.dump(-1)});
    if (waiting_.size() < kLrsBatch) continue;
    if (const Result<bool> done = finish(); !done) return done;
  }
  return true;
}

Result<bool> LrsPush::finish() {
  const Result<bool> done = send(0, waiting_.size());
  waiting_.clear();
  return done;
}

Result<bool> LrsPush::send(std::size_t begin, std::size_t end) {
  if (begin == end) return true;
  std::string body;
  for (std::size_t i = begin; i < end; ++i) body += (i == begin ? "[" : ",\n") + waiting_[i].text;
  const Result<HttpAnswer> answer = post_patiently(body + ']', begin, end);
  if (!answer) return tl::unexpected(answer.error());
  return take_answer(*answer, begin, end);
}

/// Why a 200 takes nothing; empty where it does. The store lists what it took: a list of others
/// answers another request, and what is no list comes from something else than a store, such as a
/// proxy's page.
std::string LrsPush::not_taken(const HttpAnswer& answer, std::size_t begin, std::size_t end) const {
  if (answer.status != Status::ok) return {};
  const Result<Json> json = parse_json(answer.body);
  const Json::Array* list = json ? json->array() : nullptr;
  if (list == nullptr) return "its answer is no list of statements";
  const bool same =
      std::equal(list->begin(), list->end(), waiting_.begin() + static_cast<std::ptrdiff_t>(begin),
                 waiting_.begin() + static_cast<std::ptrdiff_t>(end),
                 [](const Json& id, const Waiting& statement) {
                   return id.string() != nullptr && *id.string() == statement.id;
                 });
  return same ? "" : "its answer names other statements";
}

Result<HttpAnswer> LrsPush::post_patiently(const std::string& body,
                                           std::size_t begin,
                                           std::size_t end) {
  double pause = kFirstPause;
  for (int tried = 1;; ++tried) {
    Result<HttpAnswer> answer = world_.post(body);
    if (std::string cause = answer ? not_taken(*answer, begin, end) : ""; !cause.empty()) {
      answer = refuse(std::move(cause));
    }
    if (answer && !may_pass(answer->status)) return answer;
    const double wished = answer ? retry_seconds(answer->retry_after) : -1;
    if (wished > kLongestPause) {
      return refuse(
          fmt::format("the learning record store is busy and wants to be asked again in "
                      "{:.0f} seconds; push again then",
                      wished));
    }
    if (tried == kTries) {
      return refuse(
          fmt::format("the learning record store cannot take statements now ({}, tried "
                      "{} times); push again later",
                      cause_of(answer), kTries));
    }
    if (!world_.pause(wished >= 0 ? wished : pause)) return refuse("the push was broken off");
    pause *= 2;
  }
}

Result<bool> LrsPush::take_answer(const HttpAnswer& answer, std::size_t begin, std::size_t end) {
  switch (answer.status) {
    case Status::ok:
    case Status::no_content: return acknowledge(begin, end);
    case Status::bad_request:
    case Status::conflict:
    case Status::too_large: {
      if (end - begin == 1) return refuse_one(answer, waiting_[begin]);
      // Which of them it is the halves will show.
      const std::size_t middle = begin + (end - begin) / 2;
      return send(begin, middle).and_then([&](bool) { return send(middle, end); });
    }
    case Status::no_trust:
      return refuse(fmt::format(
          "the learning record store cannot be trusted: {}; where its certificates are a company's "
          "own, name them with --ca",
          on_one_line(answer.body)));
    case Status::unauthorized:
    case Status::forbidden:
      return refuse(fmt::format(
          "the learning record store refuses the credentials (it answers {}); see MOT_LRS_KEY and "
          "MOT_LRS_SECRET, or --credentials",
          answer.status));
    default:
      return refuse(fmt::format(
          "this is no address of a learning record store's statements (it answers {}); see --lrs",
          answer.status));
  }
}

Result<bool> LrsPush::acknowledge(std::size_t begin, std::size_t end) {
  std::vector<std::string> ids;
  for (std::size_t i = begin; i < end; ++i) ids.push_back(waiting_[i].id);
  sent_ += ids.size();
  return world_.remember(ids);
}

Result<bool> LrsPush::refuse_one(const HttpAnswer& answer, const Waiting& statement) {
  refused_.push_back({statement.id, answer.status, on_one_line(answer.body)});
  // The store has it already, in the words of an earlier push: asking again would change nothing.
  return answer.status == Status::conflict ? world_.remember({statement.id}) : Result<bool>(true);
}

}  // namespace mot
