#include "engine/analysis/normal.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/draw.h"

TEST_CASE("quantiles are those that were published with the algorithm") {
  CHECK(mot::normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-14));
  CHECK(mot::normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-14));
  CHECK(mot::normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-14));
  CHECK(mot::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-14));
  CHECK(mot::normal_quantile(0.5) == 0.0);
}

TEST_CASE("quantiles undo the distribution, symmetric and rising, over the joints too") {
  double before = -10;
  for (int i = 1; i < 4000; ++i) {
    const double p = i / 4000.0;
    const double z = mot::normal_quantile(p);
    CHECK(0.5 * std::erfc(-z / std::sqrt(2.0)) == Approx(p).epsilon(1e-13));
    CHECK(mot::normal_quantile(1 - p) == Approx(-z).margin(1e-12));
    CHECK(z > before);
    before = z;
  }
}

TEST_CASE("every pattern of bits gives a finite normal number") {
  CHECK(mot::standard_normal(0) == Approx(-8.2095).margin(1e-3));
  CHECK(mot::standard_normal(~std::uint64_t{0}) == Approx(8.2095).margin(1e-3));
}

TEST_CASE("drawn normal numbers have mean 0, variance 1, kurtosis 3") {
  // 400,000 numbers of seed 11; tolerance four standard errors.
  constexpr int kCount = 400'000;
  double sum = 0;
  double squares = 0;
  double fourths = 0;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double z = mot::standard_normal(mot::draw(11, mot::Stream::crowd, i));
    sum += z;
    squares += z * z;
    fourths += z * z * z * z;
  }
  CHECK(sum / kCount == Approx(0).margin(4 / std::sqrt(kCount)));
  CHECK(squares / kCount == Approx(1).margin(4 * std::sqrt(2.0 / kCount)));
  CHECK(fourths / kCount == Approx(3).margin(4 * std::sqrt(96.0 / kCount)));
}
