#pragma once
/// One function a command, each in a file of its own: what it looks like and what it does.

#include "command.hpp"

namespace attache::cli {

Command completion_command();

}  // namespace attache::cli
