#pragma once
/// One function a command, each in a file of its own: what it looks like and what it does.

#include "command.hpp"

namespace attache::cli {

Command export_command();
Command data_check_command();
Command data_diff_command();
Command data_import_command();
Command data_info_command();
Command data_init_command();
Command reports_list_command();
Command reports_show_command();
Command reports_check_command();
Command plugins_list_command();
Command plugins_show_command();
Command plugins_path_command();
Command plugins_check_command();
Command plugins_new_command();
Command plugins_pack_command();
Command doctor_command();
Command completion_command();

}  // namespace attache::cli
