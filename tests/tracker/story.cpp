#include "tests/tracker/story.hpp"

#include "tests/golden.hpp"
#include "tests/tracker/desk.hpp"

#include <sstream>
#include <stdexcept>

namespace jalon::tests {
namespace {

std::string with_mark(const std::string& text, const std::string& mark) {
  std::string result;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) result += mark + line + '\n';
  return result;
}

class Player {
 public:
  std::string play(const std::string& story) {
    std::istringstream lines{story};
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("| ") || line == "|")
        file_ += (line.size() > 2 ? line.substr(2) : "") + '\n';
      else
        end_file();
      if (line.starts_with("$ ")) command(line.substr(2));
      if (line.starts_with("// ")) told_ += '\n' + line + '\n';
    }
    end_file();
    return told_;
  }

 private:
  void end_file() {
    if (file_name_.empty()) return;
    desk_.write(file_name_, file_);
    told_ += with_mark(file_, "| ");
    file_name_.clear();
    file_.clear();
  }

  void command(const std::string& line) {
    told_ += "$ " + line + '\n';
    const std::size_t blank = line.find(' ');
    const std::string verb = line.substr(0, blank);
    const std::string rest = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (verb == "clock") return desk_.set_clock(rest);
    if (verb == "file") {
      file_name_ = rest;
      return;
    }
    if (verb != "jalon") throw std::invalid_argument{"a story has no `" + verb + "`"};
    const Outcome outcome = desk_(rest);
    told_ += outcome.out + with_mark(outcome.err, "! ");
    if (outcome.code != 0) told_ += "[exit " + std::to_string(outcome.code) + "]\n";
  }

  Desk desk_;
  std::string told_;
  std::string file_name_;
  std::string file_;
};

}  // namespace

std::string play(const std::string& story) { return Player{}.play(story); }

void check_story(const std::string& name) {
  const auto file = std::filesystem::path{"stories"} / (name + ".story");
  check_golden(file, play(read_file(golden_dir() / file)));
}

}  // namespace jalon::tests
