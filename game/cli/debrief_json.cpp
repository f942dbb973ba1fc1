#include "game/cli/debrief_json.h"

#include <string>
#include <string_view>
#include <utility>

#include "game/cli/outcome_json.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;

Json hundredths(int value) { return {value / kHundredths}; }
Json hundredths(const std::optional<int>& value) { return value ? hundredths(*value) : Json(); }
Json tenths(const std::optional<double>& value) {
  return value ? Json(rounded(*value, 1)) : Json();
}
Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
/// Choices are counted from 1, as people count them.
Json number_of(std::size_t choice) { return {choice + 1}; }
Json number_of(const std::optional<std::size_t>& choice) {
  return choice ? number_of(*choice) : Json();
}

Json label_json(MomentLabel label) {
  switch (label) {
    case MomentLabel::misery: return "misery";
    case MomentLabel::neutral: return "neutral";
    case MomentLabel::magic: return "magic";
    case MomentLabel::none: break;
  }
  return {};
}

Json numbers(const std::vector<std::size_t>& choices) {
  Json list(Json::Array{});
  for (const std::size_t choice : choices) list.push(number_of(choice));
  return list;
}

Json texts(const std::vector<std::string>& texts) {
  Json list(Json::Array{});
  for (const std::string& text : texts) list.push(text);
  return list;
}

Json notices_json(const Debrief& debrief) {
  Json list(Json::Array{});
  for (const DebriefNotice& notice : debrief.notices) {
    list.push(Json().set("kind", name_of(notice.kind)).set("text", notice.text));
  }
  return list;
}

Json felt_json(const CustomersVoice& voice) {
  Json echoes(Json::Array{});
  for (const Echo& echo : voice.echoes) {
    echoes.push(Json()
                    .set("to", kAudienceNames[static_cast<std::size_t>(echo.audience)])
                    .set("text", echo.text));
  }
  return Json()
      .set("comment", text_or_null(voice.comment))
      .set("comment_by",
           voice.comment.empty() ? Json() : Json(voice.by_author ? "author" : "model"))
      .set("remembers", texts(voice.remembers))
      .set("echoes", std::move(echoes))
      .set("predicted", voice.predicted ? Json(*voice.predicted) : Json())
      .set("prediction_text", text_or_null(voice.prediction_text));
}

Json account_json(const Debrief& debrief) {
  if (!debrief.account) return {};
  const Account& account = *debrief.account;
  Json steps(Json::Array{});
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    const AccountStep& step = account.steps[i];
    steps.push(Json()
                   .set("choice", number_of(i))
                   .set("moment", debrief.moments[i].id)
                   .set("points", hundredths(step.choice))
                   .set("luck", hundredths(step.luck))
                   .set("level", hundredths(step.level_after_luck)));
  }
  return Json()
      .set("best", hundredths(account.best))
      .set("lost", hundredths(-account.lost))
      .set("luck", hundredths(account.luck))
      .set("reached", hundredths(account.reached))
      .set("steps", std::move(steps))
      .set("turning_points", numbers(account.turning_points));
}

Json timeline_json(const Timeline& timeline) {
  Json points(Json::Array{});
  for (std::size_t i = 0; i < timeline.points.size(); ++i) {
    const TimelinePoint& point = timeline.points[i];
    points.push(Json()
                    .set("choice", number_of(i))
                    .set("gap", point.scored ? hundredths(point.gap) : Json())
                    .set("mood", point.mood)
                    .set("csat", tenths(point.satisfaction))
                    .set("wait", point.wait > 0 ? Json(point.wait) : Json()));
  }
  Json bands(Json::Array{});
  for (const TimelineBand& band : timeline.bands) {
    bands.push(Json()
                   .set("stage", band.title)
                   .set("first", number_of(band.first))
                   .set("choices", band.count));
  }
  Json best(Json::Array{});
  for (const BestPoint& point : timeline.best) {
    best.push(Json()
                  .set("beside", rounded(point.place + 1, 2))
                  .set("mood", point.mood)
                  .set("csat", tenths(point.satisfaction)));
  }
  return Json()
      .set("start_mood", timeline.start_mood)
      .set("peak", number_of(timeline.peak))
      .set("end", number_of(timeline.end))
      .set("points", std::move(points))
      .set("stages", std::move(bands))
      .set("best", std::move(best));
}

Json dimensions_json(const MomentReview& moment) {
  Json list(Json::Array{});
  for (const DimensionReview& dimension : moment.dimensions) {
    list.push(Json()
                  .set("dimension", name_of(dimension.dimension))
                  .set("expected", dimension.expected)
                  .set("delivered", dimension.delivered)
                  .set("kind", name_of(dimension.kind))
                  .set("verdict", name_of(dimension.verdict)));
  }
  return list;
}

Json options_json(const MomentReview& moment) {
  Json list(Json::Array{});
  for (const OptionReview& option : moment.options) {
    list.push(Json()
                  .set("id", option.id)
                  .set("text", option.text)
                  .set("chosen", option.chosen)
                  .set("best", option.best)
                  .set("gap", moment.scored ? hundredths(option.gap) : Json())
                  .set("label", label_json(option.label))
                  .set("cost", hundredths(option.cost))
                  .set("grade", option.grade ? Json(name_of(*option.grade)) : Json())
                  .set("effect", text_or_null(option.effect))
                  .set("reply", text_or_null(option.reply))
                  .set("reason", option.reason)
                  .set("reason_by", option.by_coach ? "author" : "model"));
  }
  return list;
}

Json closed_json(const MomentReview& moment) {
  Json list(Json::Array{});
  for (const ClosedOption& closed : moment.closed) {
    list.push(Json().set("text", closed.text).set("needs", texts(closed.needs)));
  }
  return list;
}

template <class Items>
Json items_json(const Items& items, std::string_view key) {
  Json list(Json::Array{});
  for (const auto& item : items) {
    bool good = false;
    if constexpr (requires { item.found; }) {
      good = item.found;
    } else {
      good = item.met;
    }
    list.push(Json().set("text", item.text).set(std::string(key), good));
  }
  return list;
}

Json line_text(const std::optional<LineView>& line) { return line ? Json(line->text) : Json(); }

/// Adds to the entry of `mot run --json`.
void add_review(Json& entry, const MomentReview& moment) {
  const std::string_view sure = name_of(moment.confidence);
  const bool said = moment.confidence != Confidence::unsaid;
  entry.set("title", moment.title)
      .set("channel", text_or_null(moment.channel))
      .set("said", line_text(moment.said))
      .set("reply", line_text(moment.reply))
      .set("thoughts", texts(moment.thoughts))
      .set("afterthoughts", texts(moment.afterthoughts))
      .set("dimensions", dimensions_json(moment))
      .set("wait", moment.wait ? Json()
                                     .set("minutes", moment.wait->minutes)
                                     .set("informed", moment.wait->informed)
                                     .set("acceptable", moment.wait->acceptable)
                               : Json())
      .set("needs", items_json(moment.needs, "found"))
      .set("standards", items_json(moment.standards, "met"))
      .set("cost", hundredths(moment.cost))
      .set("options", options_json(moment))
      .set("closed", closed_json(moment))
      .set("seconds", moment.seconds >= 0 ? Json(rounded(moment.seconds, 2)) : Json())
      .set("timed_out", moment.timed_out)
      .set("confidence", said ? Json(sure) : Json());
}

Json before_json(const SkillsReview& skills) {
  Json before(Json::Object{});
  for (const auto* group : {&skills.dimensions, &skills.behaviours}) {
    for (const SkillReview& skill : *group) {
      if (skill.before) before.set(std::string(skill.id), rounded(*skill.before, 1));
    }
  }
  return before;
}

Json crowd_json(const Debrief& debrief) {
  if (!debrief.crowd) return {};
  const CrowdReview& crowd = *debrief.crowd;
  Json histogram(Json::Array{});
  for (const std::int64_t customers : crowd.histogram) histogram.push(customers);
  Json touchpoints(Json::Array{});
  for (const TouchpointReview& touchpoint : crowd.touchpoints) {
    touchpoints.push(Json()
                         .set("choice", number_of(touchpoint.choice))
                         .set("moment", debrief.moments[touchpoint.choice].id)
                         .set("impact", rounded(touchpoint.impact, 1))
                         .set("standard_error", rounded(touchpoint.standard_error, 2)));
  }
  return Json()
      .set("customers", crowd.customers)
      .set("promoters", crowd.counts.promoters)
      .set("passives", crowd.counts.passives)
      .set("detractors", crowd.counts.detractors)
      .set("nps", rounded(crowd.nps, 1))
      .set("interval",
           Json().push(rounded(crowd.interval.low(), 1)).push(rounded(crowd.interval.high(), 1)))
      .set("satisfaction_mean", rounded(crowd.satisfaction_mean, 2))
      .set("histogram", std::move(histogram))
      .set("touchpoints", std::move(touchpoints))
      .set("text", crowd.text)
      .set("reservation", crowd.reservation);
}

Json advice_json(const Advice& advice) {
  Json instead(Json::Array{});
  for (const TryInstead& one : advice.instead) {
    instead.push(Json()
                     .set("choice", number_of(one.choice))
                     .set("text", one.text)
                     .set("reason", one.reason));
  }
  return Json()
      .set("instead", std::move(instead))
      .set("tip", text_or_null(advice.tip))
      .set("next", advice.next ? Json()
                                     .set("scenario", advice.next->id)
                                     .set("title", advice.next->title)
                                     .set("reason", advice.next->reason)
                                     .set("again", advice.next->again)
                               : Json());
}

void add_head(Json& json, const DebriefHead& head) {
  json.set("title", head.title)
      .set("customer", head.customer)
      .set("learner", text_or_null(head.learner))
      .set("mode", name_of(head.mode))
      .set("language", head.language)
      .set("started", text_or_null(head.started))
      .set("seconds", head.seconds > 0 ? Json(rounded(head.seconds, 2)) : Json())
      .set("takeaway", text_or_null(head.takeaway));
}

}  // namespace

Json debrief_json(const Debrief& debrief, const Session& session, const Scorecard& card) {
  Json json = outcome_json(session, card);
  add_head(json, debrief.head);
  json.set("notices", notices_json(debrief));
  Json moments(Json::Array{});
  for (std::size_t i = 0; i < debrief.moments.size(); ++i) {
    Json entry = (*json.find("moments")->array())[i];
    add_review(entry, debrief.moments[i]);
    moments.push(std::move(entry));
  }
  json.set("moments", std::move(moments));
  json.set("felt", felt_json(debrief.voice))
      .set("account", account_json(debrief))
      .set("timeline", timeline_json(debrief.timeline))
      .set("skills_before", before_json(debrief.skills))
      .set("crowd", crowd_json(debrief))
      .set("advice", advice_json(debrief.advice));
  return json;
}

}  // namespace mot
