#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

TEST_CASE("what may come next is offered") {
  check(Shell{}, {
                     {"attache __complete ex", 0, "^export\n$", ""},
                     {"attache __complete data ''", 0, "^check\ndiff\nimport\ninfo\ninit\n$", ""},
                     {"attache __complete export ''", 0, "^:folders\n$", ""},
                     {"attache __complete export d --ov", 0, "^--overwrite\n$", ""},
                     {"attache __complete export d --plugin c", 0, "^csv\n$", ""},
                     {"attache __complete export d --plugin=c", 0, "^--plugin=csv\n$", ""},
                     {"attache __complete export $SAMPLES/kazakhstan-russia --pair ''", 0, "^KAZ-RUS\n$", ""},
                     {"attache __complete export d --plugin csv --option profile=", 0, "^profile=rfc4180$", ""},
                     {"attache __complete export d --report br", 0, "^briefing\n:files\n$", ""},
                     {"attache __complete export d --lang ''", 0, "^en\n", ""},
                     {"attache __complete export d --overwrite --ov", 0, "", ""},
                     {"attache __complete frobnicate ''", 0, "", ""},
                     {"attache __complete completion ''", 0, "^bash\nzsh\nfish\n$", ""},
                     {"attache __complete", 0, "^completion\ndata\ndoctor\nexport\nplugins\nreports\n$", ""},
                 });
}

TEST_CASE("bash completes with the script the program prints") {
  const Shell shell;
  shell.write("try.bash",
              "source <(attache completion bash)\n"
              "ask() { COMP_LINE=\"$1\"; COMP_POINT=${#1}; _attache; printf '%s\\n' \"${COMPREPLY[@]}\"; }\n"
              "ask \"$1\"\n");
  check(shell, {
                   {"bash try.bash 'attache exp'", 0, "^export\n$", ""},
                   {"bash try.bash 'attache data '", 0, "^check\ndiff\nimport\ninfo\ninit\n$", ""},
                   {"bash try.bash 'attache export d --plugin=cs'", 0, "^csv\n$", ""},
                   {"mkdir -p folder && bash try.bash 'attache export fol'", 0, "^folder\n$", ""},
               });
}
