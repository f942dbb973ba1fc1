#include "engine/records/pin.h"

#include <catch2/catch.hpp>

// Vectors of the draft that gave scrypt (RFC 7914, section 11) and of common use.
TEST_CASE("PBKDF2 gives what it gives everywhere") {
  CHECK(mot::pbkdf2_hex("password", "salt", 1) ==
        "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b");
  CHECK(mot::pbkdf2_hex("password", "salt", 2) ==
        "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43");
  CHECK(mot::pbkdf2_hex("password", "salt", 4096) ==
        "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
  // RFC 7914: the first 32 of 64 bytes.
  CHECK(mot::pbkdf2_hex("passwd", "salt", 1) ==
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
}

TEST_CASE("a PIN has four letters, however many bytes these are") {
  CHECK_FALSE(mot::long_enough(""));
  CHECK_FALSE(mot::long_enough("246"));
  CHECK(mot::long_enough("2468"));
  CHECK_FALSE(mot::long_enough("密码"));
  CHECK(mot::long_enough("四个汉字"));
}

TEST_CASE("a PIN is kept as a salted hash and known again") {
  const auto store = mot::memory_store();
  CHECK_FALSE(*has_pin(*store));
  CHECK_FALSE(*is_pin(*store, ""));
  REQUIRE(set_pin(*store, "2468", "0123abcd"));
  CHECK(*has_pin(*store));
  CHECK(*is_pin(*store, "2468"));
  CHECK_FALSE(*is_pin(*store, "2469"));
  CHECK_FALSE(*is_pin(*store, ""));
  CHECK(store->setting("trainer-pin")->value().find("2468") == std::string::npos);
  REQUIRE(set_pin(*store, "", "x"));
  CHECK_FALSE(*has_pin(*store));
}

TEST_CASE("a salt is made by chance") {
  const std::string salt = mot::fresh_salt();
  CHECK(salt.size() == 32);
  CHECK(salt != mot::fresh_salt());
}

TEST_CASE("what is no hash matches no PIN") {
  for (const char* hashed : {"", "1234", "pbkdf2-sha256$1$salt", "pbkdf2-sha256$0$salt$",
                             "md5$1$salt$00000000000000000000000000000000000000000000000000000000"
                             "00000000"}) {
    CHECK_FALSE(mot::pin_matches("1234", hashed));
  }
}
