#pragma once
/// The documents of the conformance check, which every test of an exporter uses too.

#include "host/src/check/sample_document.hpp"

namespace attache::test {

using host::check::empty_document;
using host::check::large_document;
using host::check::sample_document;

}  // namespace attache::test
