#include "tracker/log/json.hpp"

#include <rapidjson/document.h>

namespace jalon::log {
namespace {

constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

std::string_view view(const rapidjson::Value& text) {
  return {text.GetString(), text.GetStringLength()};
}

void append_member(std::string& out, std::string_view key, std::string_view value) {
  append_json(out, key);
  out += ':';
  append_json(out, value);
}

/// One member of a piece of evidence; false if there is no such member.
bool set_member(Evidence& evidence, std::string_view key, std::string_view value) {
  if (key == "text") {
    evidence.text = value;
  } else if (key == "kind") {
    evidence.kind = value;
  } else if (key == "file_hash") {
    evidence.file_hash = value;
  } else {
    return false;
  }
  return true;
}

std::optional<Evidence> one_evidence_from(const rapidjson::Value& object) {
  if (!object.IsObject()) return std::nullopt;
  Evidence evidence;
  for (const auto& member : object.GetObject()) {
    if (!member.value.IsString()) return std::nullopt;
    if (!set_member(evidence, view(member.name), view(member.value))) return std::nullopt;
  }
  return evidence;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
          out += "\\u00";
          out += kHex[byte >> 4];
          out += kHex[byte & 0xf];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

std::string json(const DimensionValues& dimensions) {
  std::string out = "{";
  for (const DimensionValue& value : dimensions) {
    if (out.size() > 1) out += ',';
    append_member(out, value.dimension, value.value);
  }
  out += '}';
  return out;
}

std::string json(const std::vector<Evidence>& evidence) {
  std::string out = "[";
  for (const Evidence& one : evidence) {
    out += out.size() > 1 ? ",{" : "{";
    append_member(out, "text", one.text);
    if (!one.kind.empty()) append_member(out += ',', "kind", one.kind);
    if (!one.file_hash.empty()) append_member(out += ',', "file_hash", one.file_hash);
    out += '}';
  }
  out += ']';
  return out;
}

// Whatever is read is written again and must come out as it went in: so no other spelling passes.

std::optional<DimensionValues> dimensions_from(std::string_view text) {
  rapidjson::Document document;
  document.Parse<kParseFlags>(text.data(), text.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  DimensionValues dimensions;
  const rapidjson::Value& object = document;
  for (const auto& member : object.GetObject()) {
    if (!member.value.IsString()) return std::nullopt;
    dimensions.push_back({std::string{view(member.name)}, std::string{view(member.value)}});
  }
  if (json(dimensions) != text) return std::nullopt;
  return dimensions;
}

std::optional<std::vector<Evidence>> evidence_from(std::string_view text) {
  rapidjson::Document document;
  document.Parse<kParseFlags>(text.data(), text.size());
  if (document.HasParseError() || !document.IsArray()) return std::nullopt;
  std::vector<Evidence> evidence;
  for (const auto& object : document.GetArray()) {
    auto one = one_evidence_from(object);
    if (!one) return std::nullopt;
    evidence.push_back(std::move(*one));
  }
  if (json(evidence) != text) return std::nullopt;
  return evidence;
}

}  // namespace jalon::log
