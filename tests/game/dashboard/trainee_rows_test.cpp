#include "game/dashboard/trainee_rows.h"

#include <catch2/catch.hpp>

using mot::Trainee;
using mot::TraineeOrder;
using mot::TraineeView;

namespace {

Trainee trainee(const std::string& name, std::size_t attempts, double score) {
  Trainee made;
  made.name = name;
  made.attempts = attempts;
  made.score = score;
  return made;
}

std::vector<std::size_t> found(const TraineeView& view) {
  const std::vector<Trainee> trainees{trainee("", 9, 99), trainee("Chen Yu", 2, 50),
                                      trainee("Maria Alves", 5, 40), trainee("李娜", 3, 90)};
  const mot::UiStrings words;
  return mot::found_trainees(trainees, view, {words, {}, {}});
}

}  // namespace

TEST_CASE("trainees are found by a part of the name, small or capital") {
  TraineeView view;
  view.search = "ALV";
  CHECK(found(view) == std::vector<std::size_t>{2});
  view.search = "娜";
  CHECK(found(view) == std::vector<std::size_t>{3});
}

TEST_CASE("a search for a trainee passes over capitals and accents, typed or not") {
  const std::vector<Trainee> trainees{trainee("Élodie Ünal", 1, 1), trainee("Eliška", 1, 1),
                                      trainee("ОЛЬГА", 1, 1)};
  const mot::UiStrings words;
  const auto places = [&](const char* search) {
    TraineeView view;
    view.search = search;
    return mot::found_trainees(trainees, view, {words, {}, {}});
  };
  CHECK(places("elodie u") == std::vector<std::size_t>{0});
  CHECK(places("ÉLO") == std::vector<std::size_t>{0});
  CHECK(places("élis") == std::vector<std::size_t>{1});
  CHECK(places("ольга") == std::vector<std::size_t>{2});
  CHECK(places("ö") == std::vector<std::size_t>{0});
  CHECK(places("ý").empty());
}

TEST_CASE("trainees are ordered by a column, those without a name last") {
  TraineeView view;
  CHECK(found(view) == std::vector<std::size_t>{1, 2, 3, 0});
  view.order = TraineeOrder::score;
  CHECK(found(view) == std::vector<std::size_t>{2, 1, 3, 0});
  view.descending = true;
  CHECK(found(view) == std::vector<std::size_t>{3, 1, 2, 0});
}

TEST_CASE("each weakest moment is looked up once, however many are put in order") {
  std::vector<Trainee> trainees;
  for (int i = 0; i < 50; ++i) {
    trainees.push_back(trainee("T" + std::to_string(100 + i), 1, 50));
    trainees.back().weakest_moment = "m" + std::to_string(i % 7);
  }
  TraineeView view;
  view.order = TraineeOrder::weakest;
  int asked = 0;
  const mot::UiStrings words;
  const auto places = mot::found_trainees(
      trainees, view, {words, {}, [&](const std::string&, const std::string& id) {
                         ++asked;
                         return id;
                       }});
  CHECK(asked == 50);
  REQUIRE(places.size() == 50);
  // Those of one moment stay in the order of the names.
  CHECK(places[0] == 0);
  CHECK(places[1] == 7);
  CHECK(places.back() == 48);
}

TEST_CASE("a name's first letters stand for it") {
  CHECK(mot::initials_of("Maria Alves") == "MA");
  CHECK(mot::initials_of("Anne-Marie Dupont") == "AM");
  CHECK(mot::initials_of("王小明") == "王");
  CHECK(mot::initials_of("").empty());
}
