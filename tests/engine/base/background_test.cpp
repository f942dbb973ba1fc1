#include "engine/base/background.h"

#include <catch2/catch.hpp>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>

using mot::Background;

namespace {

constexpr std::chrono::seconds kLong{20};

template <class T>
T taken(Background<T>& background) {
  const auto until = std::chrono::steady_clock::now() + kLong;
  while (!background.ready() && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE(background.ready());
  return background.take();
}

}  // namespace

TEST_CASE("work beside brings its result once") {
  Background<std::string> none;
  CHECK_FALSE(none.valid());
  CHECK_FALSE(none.ready());
  Background<std::string> work([text = std::string("here")] { return text; });
  CHECK(work.valid());
  CHECK(taken(work) == "here");
  CHECK_FALSE(work.valid());
}

TEST_CASE("what work beside throws is thrown where its result is taken") {
  Background<int> work([]() -> int { throw std::runtime_error("no"); });
  CHECK_THROWS_WITH(taken(work), "no");
}

TEST_CASE("whoever lets go of work that hangs goes on at once, and it ends by itself") {
  std::promise<void> go_on;
  auto ended = std::make_shared<std::promise<void>>();
  std::future<void> end = ended->get_future();
  {
    // The promise is broken, and so its future ready, when the work and all it owns are gone.
    const Background<int> work([gate = go_on.get_future().share(), ended = std::move(ended)] {
      gate.wait();
      return 1;
    });
    CHECK(end.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
  }
  CHECK_FALSE(mot::work_beside_done(std::chrono::milliseconds(10)));
  go_on.set_value();
  CHECK(end.wait_for(kLong) == std::future_status::ready);
  CHECK(mot::work_beside_done(kLong));
}

TEST_CASE("what is written is waited for apart from what is read") {
  std::promise<void> read_on;
  std::promise<void> write_on;
  const auto waiting_for = [](std::promise<void>& gate) {
    return [gate = gate.get_future().share()] {
      gate.wait();
      return 1;
    };
  };
  Background<int> reading(waiting_for(read_on));
  CHECK(mot::writing_beside_done(std::chrono::milliseconds(0)));
  Background<int> writing(waiting_for(write_on), mot::Beside::writing);
  CHECK_FALSE(mot::writing_beside_done(std::chrono::milliseconds(10)));
  write_on.set_value();
  CHECK(mot::writing_beside_done(kLong));
  CHECK_FALSE(mot::work_beside_done(std::chrono::milliseconds(10)));
  read_on.set_value();
  CHECK(mot::work_beside_done(kLong));
  CHECK(taken(writing) == 1);
  CHECK(taken(reading) == 1);
}
