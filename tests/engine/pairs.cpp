#include "tests/engine/pairs.hpp"

namespace jalon::engine {

Draft two_flows(std::string_view gifts, std::string_view fees) {
  Draft draft;
  draft.flow("gift");
  draft.flow("fee");
  draft.sum("income", {"gift", "fee"});
  draft.difference("excess", "gift", "fee");
  if (gifts != kSilent) draft.add("gift", "2020-03-01", gifts);
  if (fees != kSilent) draft.add("fee", "2020-05-01", fees);
  return draft;
}

Draft two_levels(std::string_view oaks, std::string_view beeches) {
  Draft draft;
  draft.stock("oak");
  draft.stock("beech");
  draft.sum("wood", {"oak", "beech"});
  draft.difference("lead", "oak", "beech");
  if (oaks != kSilent) draft.add("oak", "2020-03-01", oaks);
  if (beeches != kSilent) draft.add("beech", "2020-05-01", beeches);
  return draft;
}

}  // namespace jalon::engine
