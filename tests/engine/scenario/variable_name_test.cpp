#include "engine/scenario/variable_name.h"

#include <catch2/catch.hpp>
#include <string>

TEST_CASE("A variable has a name of small letters, digits and underscores") {
  CHECK(mot::is_variable_name("promised_minutes"));
  CHECK(mot::is_variable_name("a1"));
  CHECK_FALSE(mot::is_variable_name(""));
  CHECK_FALSE(mot::is_variable_name("1a"));
  CHECK_FALSE(mot::is_variable_name("_a"));
  CHECK_FALSE(mot::is_variable_name("price: low"));
  CHECK_FALSE(mot::is_variable_name("价格"));
  CHECK(mot::is_variable_name(std::string(64, 'a')));
  CHECK_FALSE(mot::is_variable_name(std::string(65, 'a')));
}

TEST_CASE("The words of conditions are reserved") {
  CHECK(mot::is_reserved_name("mood"));
  CHECK(mot::is_reserved_name("knows"));
  CHECK_FALSE(mot::is_reserved_name("moods"));
}
