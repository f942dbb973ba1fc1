// Attempts as xAPI 1.0.3 statements, for learning record stores. What is said and with which
// identifiers: docs/xapi.md.
#pragma once

#include <string>
#include <vector>

#include "engine/base/json.h"
#include "engine/records/attempt.h"
#include "engine/scenario/model.h"

namespace mot {

struct XapiOptions {
  /// What the identifiers of activities and extensions begin with; no slash at the end.
  std::string base = "https://example.org/moments-of-truth";
  /// Where learners' names come from: the home page of their accounts.
  std::string home = "https://example.org/moments-of-truth";
  /// Score from which an attempt is passed, 0 … 100.
  int pass = 60;
};

/// The statements of one attempt in the order they happened: initialized, answered (each choice),
/// answered (the take-away), completed, passed or failed. Their ids are made from the attempt's, so
/// that telling again never doubles. `scenario` adds titles and the texts of the choices; it may be
/// null.
std::vector<Json> xapi_statements(const Attempt& attempt,
                                  const Scenario* scenario,
                                  const XapiOptions& options);

}  // namespace mot
