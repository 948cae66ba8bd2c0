#pragma once

#include <cstdint>
#include <string_view>

namespace jalon::reports {

/// Writes keys with their values through a writer of RapidJSON, which this header does not need to
/// know; text is UTF-8.
template <class Json>
class JsonMembers {
 public:
  explicit JsonMembers(Json& json) : json_{json} {}

  void text(std::string_view key, std::string_view text) {
    name(key);
    string(text);
  }
  void text_or_null(std::string_view key, std::string_view text) {
    name(key);
    if (text.empty())
      json_.Null();
    else
      string(text);
  }
  void number(std::string_view key, std::uint32_t number) {
    name(key);
    json_.Uint(number);
  }
  void number_or_null(std::string_view key, std::uint32_t number) {
    name(key);
    if (number == 0)
      json_.Null();
    else
      json_.Uint(number);
  }
  void truth(std::string_view key, bool value) {
    name(key);
    json_.Bool(value);
  }
  template <class Content>
  void object(std::string_view key, Content content) {
    name(key);
    element(content);
  }
  template <class Content>
  void list(std::string_view key, Content content) {
    name(key);
    json_.StartArray();
    content();
    json_.EndArray();
  }
  /// An object in a list, or the whole document.
  template <class Content>
  void element(Content content) {
    json_.StartObject();
    content();
    json_.EndObject();
  }

 private:
  void name(std::string_view key) { json_.Key(key.data(), static_cast<unsigned>(key.size())); }
  void string(std::string_view text) {
    json_.String(text.data(), static_cast<unsigned>(text.size()));
  }
  Json& json_;
};

}  // namespace jalon::reports
