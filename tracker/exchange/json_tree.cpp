#include "tracker/exchange/json_tree.hpp"

#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace jalon::exchange {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;

/// Receives the parser's events and builds the tree without recursion.
class Builder {
 public:
  Builder(std::string_view text, const rapidjson::MemoryStream& stream)
      : text_{text}, stream_{stream} {}

  // The names are those that rapidjson calls.
  bool Null() { return add(token(JsonValue::Kind::null, {})); }
  bool Bool(bool) { return add(token(JsonValue::Kind::boolean, {})); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return add(token(JsonValue::Kind::number, {text, size}));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add(token(JsonValue::Kind::text, {text, size}));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    open_.back().key = token(JsonValue::Kind::text, {text, size});
    return true;
  }
  bool StartObject() { return start(JsonValue::Kind::object); }
  bool StartArray() { return start(JsonValue::Kind::array); }
  bool EndArray(rapidjson::SizeType) { return end(); }
  bool EndObject(rapidjson::SizeType) { return keys_are_single() && end(); }
  // Numbers come raw, so these are never called.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  [[nodiscard]] JsonValue take() { return std::move(root_); }
  [[nodiscard]] const std::optional<JsonMistake>& mistake() const { return mistake_; }

 private:
  struct Open {
    JsonValue value;
    JsonValue key = {};  ///< that the next member of an object has
  };

  /// A value that ends where the parser stands; what separates it from the one before is skipped.
  JsonValue token(JsonValue::Kind kind, std::string_view text) {
    JsonValue value{kind, std::string{text}};
    value.offset = std::min(text_.find_first_not_of(" \t\r\n,:[]{}", last_end_), text_.size());
    last_end_ = stream_.Tell();
    value.bytes = last_end_ - std::min(value.offset, last_end_);
    return value;
  }

  bool start(JsonValue::Kind kind) {
    last_end_ = stream_.Tell();  // where the bracket stands: the iterative parser takes it later
    if (open_.size() == kDeepest) {
      mistake_ = {"nested-too-deeply", "the value is nested too deeply", last_end_};
      return false;
    }
    JsonValue value{kind};
    value.offset = last_end_;
    value.bytes = 1;
    open_.push_back(Open{std::move(value)});
    return true;
  }

  bool end() {
    last_end_ = stream_.Tell();
    JsonValue value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
  }

  bool add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Open& parent = open_.back(); parent.value.kind == JsonValue::Kind::object) {
      parent.value.keys.push_back(std::move(parent.key));
      parent.value.elements.push_back(std::move(value));
    } else {
      parent.value.elements.push_back(std::move(value));
    }
    return true;
  }

  bool keys_are_single() {
    std::vector<const JsonValue*> keys;
    for (const JsonValue& key : open_.back().value.keys) keys.push_back(&key);
    std::ranges::stable_sort(keys, {}, &JsonValue::text);
    const auto twice = std::ranges::adjacent_find(keys, {}, &JsonValue::text);
    if (twice == keys.end()) return true;
    const JsonValue& second = **std::next(twice);
    mistake_ = {"duplicate-key", fmt::format("key `{}` stands twice", printable(second.text)),
                second.offset, second.bytes};
    return false;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::size_t last_end_ = 0;
  std::vector<Open> open_;
  JsonValue root_;
  std::optional<JsonMistake> mistake_;
};

}  // namespace

std::variant<JsonValue, JsonMistake> parse_json(std::string_view text) {
  rapidjson::MemoryStream stream{text.data(), text.size()};
  Builder builder{text, stream};
  rapidjson::Reader reader;
  reader.Parse<kParseFlags>(stream, builder);
  if (builder.mistake()) return *builder.mistake();
  if (reader.HasParseError()) {
    const auto code = reader.GetParseErrorCode();
    const std::size_t offset = std::min(reader.GetErrorOffset(), text.size());
    if (code == rapidjson::kParseErrorNumberTooBig) {
      return JsonMistake{"syntax", "a number with so large an exponent", offset};
    }
    return JsonMistake{"syntax", fmt::format("not JSON: {}", rapidjson::GetParseError_En(code)),
                       offset};
  }
  return builder.take();
}

}  // namespace jalon::exchange
