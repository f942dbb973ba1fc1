#include "game/window/event_script.h"

#include <catch2/catch.hpp>

using mot::Event;
using mot::EventStep;
using mot::Key;
using mot::parse_event_script;

TEST_CASE("a line with a time and an event makes two steps") {
  const auto script = parse_event_script("at 120 key Enter\n");
  REQUIRE(script.error.empty());
  REQUIRE(script.steps.size() == 2);
  CHECK(script.steps[0].kind == EventStep::Kind::at);
  CHECK(script.steps[0].seconds == Approx(0.12));
  REQUIRE(script.steps[1].events.size() == 2);
  CHECK(script.steps[1].events[0].type == Event::Type::key_down);
  CHECK(script.steps[1].events[0].key == Key::enter);
  CHECK(script.steps[1].events[1].type == Event::Type::key_up);
}

TEST_CASE("modifiers belong to the key") {
  const auto script = parse_event_script("key ctrl+shift+v");
  REQUIRE(script.steps.size() == 1);
  CHECK(script.steps[0].events[0].key == Key::v);
  CHECK(script.steps[0].events[0].control);
  CHECK(script.steps[0].events[0].shift);
  CHECK_FALSE(script.steps[0].events[0].alt);
}

TEST_CASE("a click moves, presses and releases") {
  const auto script = parse_event_script("click 640 360");
  REQUIRE(script.steps.size() == 1);
  const auto& events = script.steps[0].events;
  REQUIRE(events.size() == 3);
  CHECK(events[0].type == Event::Type::mouse_move);
  CHECK(events[1].type == Event::Type::mouse_down);
  CHECK(events[2].type == Event::Type::mouse_up);
  CHECK(events[2].at == mot::Vec{640, 360});
}

TEST_CASE("a click may name a widget") {
  const auto script = parse_event_script("click #response-2");
  REQUIRE(script.steps.size() == 1);
  CHECK(script.steps[0].kind == EventStep::Kind::click_id);
  CHECK(script.steps[0].id == "response-2");
}

TEST_CASE("text keeps its spaces and its language") {
  const auto script = parse_event_script("text 你好, world\r\n");
  REQUIRE(script.steps.size() == 1);
  CHECK(script.steps[0].events[0].text == "你好, world");
}

TEST_CASE("comments and empty lines are nothing") {
  CHECK(parse_event_script("# hello\n\n   \n").steps.empty());
}

TEST_CASE("the first line that cannot be read is named") {
  CHECK(parse_event_script("quit\nkey Entr\n").error == "line 2: unknown key 'Entr'");
  CHECK(parse_event_script("jump 3").error == "line 1: unknown event 'jump'");
  CHECK(parse_event_script("click 3").error ==
        "line 1: 'click' takes two whole numbers or one #id");
  CHECK(parse_event_script("wheel 1 2").error == "line 1: 'wheel' takes 3 whole numbers");
  CHECK(parse_event_script("at soon key a").error == "line 1: 'at' takes a number of milliseconds");
}

TEST_CASE("a pad's buttons and sticks can be written") {
  const auto script = parse_event_script("pad 3\npad-axis cross-y -100\npad-connect A pad\n");
  REQUIRE(script.error.empty());
  REQUIRE(script.steps.size() == 3);
  CHECK(script.steps[0].events[0].type == Event::Type::pad_button_down);
  CHECK(script.steps[0].events[0].pad_button == 3);
  CHECK(script.steps[1].events[0].pad_axis == mot::PadAxis::cross_y);
  CHECK(script.steps[1].events[0].position == -100);
  CHECK(script.steps[2].events[0].text == "A pad");
  CHECK(parse_event_script("pad x").error == "line 1: 'pad' takes the number of a button, from 0");
}

TEST_CASE("a walk through the controls has a name") {
  const auto script = parse_event_script("reach library");
  REQUIRE(script.steps.size() == 1);
  CHECK(script.steps[0].kind == EventStep::Kind::reach);
  CHECK(script.steps[0].id == "library");
}

TEST_CASE("what is to be timed has a name") {
  const auto script = parse_event_script("key Enter\ntime open\nframes typing");
  REQUIRE(script.steps.size() == 3);
  CHECK(script.steps[1].kind == EventStep::Kind::time);
  CHECK(script.steps[1].id == "open");
  CHECK(script.steps[2].kind == EventStep::Kind::frames);
  CHECK(script.steps[2].id == "typing");
  CHECK(parse_event_script("time").error == "line 1: unknown event 'time'");
}
