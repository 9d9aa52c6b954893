#include "trade/code_lists.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "trade/src/import/embedded_codes.hpp"

namespace attache::trade {

namespace {

struct Named {
  std::uint16_t code;
  std::string_view name;
};

// UN Comtrade's reference tables of flows, customs procedures (CPC), modes of transport and of supply, and quantity units.
constexpr std::array<std::string_view, flow_count> flows = {"Import",
                                                            "Export",
                                                            "Re-import",
                                                            "Re-export",
                                                            "Domestic export",
                                                            "Foreign import",
                                                            "Import of goods for inward processing",
                                                            "Import of goods after outward processing",
                                                            "Export of goods after inward processing",
                                                            "Export of goods for outward processing",
                                                            "",
                                                            ""};  // MIF and XIF are met in data, and in no list
constexpr std::array customs = {Named{0, "All customs procedures"},
                                Named{1, "Clearance for home use"},
                                Named{2, "Reimportation in the same state"},
                                Named{3, "Outright exportation"},
                                Named{4, "Customs warehouses"},
                                Named{5, "Free zone"},
                                Named{6, "Inward processing"},
                                Named{7, "Outward processing"},
                                Named{8, "Drawback"},
                                Named{9, "Processing of goods for home use"},
                                Named{10, "Carriage of goods coastwise"},
                                Named{11, "Customs offences"},
                                Named{12, "Travellers"},
                                Named{13, "Postal traffic"},
                                Named{14, "Stores"},
                                Named{15, "Relief consignments"},
                                Named{20, "Customs procedures not elsewhere specified"}};
constexpr std::array transports = {Named{0, "All modes of transport"},
                                   Named{1000, "Air"},
                                   Named{2000, "Water"},
                                   Named{2100, "Sea"},
                                   Named{2200, "Inland waterway"},
                                   Named{2900, "Water, not else classified"},
                                   Named{3000, "Land"},
                                   Named{3100, "Railway"},
                                   Named{3200, "Road"},
                                   Named{3900, "Land, not else classified"},
                                   Named{9000, "Not elsewhere classified"},
                                   Named{9100, "Pipelines and cables"},
                                   Named{9110, "Pipelines"},
                                   Named{9120, "Cables"},
                                   Named{9190, "Pipelines and cables, not else classified"},
                                   Named{9200, "Postal consignments, mail or courier shipment"},
                                   Named{9300, "Self propelled goods"},
                                   Named{9900, "Other"}};
constexpr std::array supplies = {Named{0, "All modes of supply"}, Named{1, "Cross-border"}, Named{2, "Consumption abroad"},
                                 Named{3, "Commercial presence"}, Named{4, "Presence of natural persons"}};
constexpr std::array units = {Named{2, "Area in square meters"},
                              Named{3, "Electrical energy in thousands of kilowatt-hours"},
                              Named{4, "Length in meters"},
                              Named{5, "Number of items"},
                              Named{6, "Number of pairs"},
                              Named{7, "Volume in liters"},
                              Named{8, "Weight in kilograms"},
                              Named{9, "Thousand of items"},
                              Named{10, "Number of packages"},
                              Named{11, "Dozen of items"},
                              Named{12, "Volume in cubic meters"},
                              Named{13, "Weight in carats"},
                              Named{14, "Length in Kilometers"},
                              Named{15, "Weight in grams"},
                              Named{16, "Beehive"},
                              Named{17, "Volume in thousand cubic meters"},
                              Named{18, "Terajoule (gross calorific value)"},
                              Named{19, "Barrels"},
                              Named{20, "Volume in thousands of liters"},
                              Named{21, "Weight in thousand of kilograms"},
                              Named{22, "Electrical energy in kilowatt-hours"},
                              Named{23, "Litre pure (100 %) alcohol"},
                              Named{24, "Head"},
                              Named{25, "Kilogram drained net weight"},
                              Named{26, "Kilogram of choline chloride"},
                              Named{27, "Kilogram of diphosphorus pentaoxide"},
                              Named{28, "Kilogram of hydrogen peroxide"},
                              Named{29, "Kilogram of methylamines"},
                              Named{30, "Kilogram of nitrogen"},
                              Named{31, "Kilogram of potassium hydroxide (caustic potash)"},
                              Named{32, "Kilogram of potassium oxide"},
                              Named{33, "Kilogram of sodium hydroxide (caustic soda)"},
                              Named{34, "Kilogram of substance 90 % dry"},
                              Named{35, "Kilogram of uranium"},
                              Named{36, "Carrying capacity in tonnes"},
                              Named{37, "Becquerels"},
                              Named{38, "Gram of fissile isotopes"},
                              Named{39, "Gross register ton"},
                              Named{40, "Gross tonnage"},
                              Named{41, "Number of cells/elements"}};
constexpr std::array special_areas = {Named{0, "World"},
                                      Named{97, "European Union"},
                                      Named{129, "Caribbean, nes"},
                                      Named{221, "Eastern Europe, nes"},
                                      Named{290, "Northern Africa, nes"},
                                      Named{471, "CACM, nes"},
                                      Named{472, "Africa CAMEU region, nes"},
                                      Named{473, "LAIA, nes"},
                                      Named{490, "Other Asia, nes"},
                                      Named{492, "Europe EU, nes"},
                                      Named{527, "Oceania, nes"},
                                      Named{568, "Other Europe, nes"},
                                      Named{577, "Other Africa, nes"},
                                      Named{636, "Rest of America, nes"},
                                      Named{637, "North America and Central America, nes"},
                                      Named{697, "Europe EFTA, nes"},
                                      Named{830, "Channel Islands"},
                                      Named{837, "Bunkers"},
                                      Named{838, "Free Zones"},
                                      Named{839, "Special Categories"},
                                      Named{879, "Western Asia, nes"},
                                      Named{899, "Areas, nes"},
                                      Named{975, "ASEAN"}};

template <class List>
std::string_view name_in(const List& list, std::uint16_t code) {
  const auto* const at = std::find_if(list.begin(), list.end(), [code](const Named& each) { return each.code == code; });
  return at == list.end() ? std::string_view() : at->name;
}

struct Spell {
  std::string_view code, first, last, text;
};

/// The lines of an embedded list as their columns; the texts live as long as the program.
std::vector<Spell> spells_of(std::span<const std::string_view> pieces, bool has_days) {
  std::vector<Spell> out;
  for (std::string_view list : pieces) {
    while (!list.empty()) {
      std::string_view line = list.substr(0, list.find('\n'));
      list.remove_prefix(std::min(list.size(), line.size() + 1));
      const auto next = [&line] {
        const std::string_view cell = line.substr(0, line.find('\t'));
        line.remove_prefix(std::min(line.size(), cell.size() + 1));
        return cell;
      };
      Spell spell;
      spell.code = next();
      if (has_days) {
        spell.first = next();
        spell.last = next();
      }
      spell.text = line;
      if (!spell.code.empty()) out.push_back(spell);
    }
  }
  return out;
}

}  // namespace

std::string_view flow_name(Flow flow) { return flows[static_cast<std::size_t>(flow) - 1]; }
std::string_view customs_name(std::uint8_t code) { return name_in(customs, code); }
std::string_view transport_name(std::uint16_t transport) { return name_in(transports, transport); }
std::string_view supply_name(std::uint8_t supply) { return name_in(supplies, supply); }
std::string_view unit_name(std::uint16_t unit) { return name_in(units, unit); }
std::string_view special_area_name(AreaCode area) { return name_in(special_areas, area); }

std::string_view product_name(std::string_view code, std::string_view language, std::string_view day) {
  static const std::vector<Spell> english = spells_of(hs2022_en(), false), russian = spells_of(tnved_ru(), true);
  if (language != "en" && language != "ru") return {};
  const std::vector<Spell>& list = language == "en" ? english : russian;
  const auto [first, end] =
      std::equal_range(list.begin(), list.end(), Spell{code, {}, {}, {}}, [](const Spell& a, const Spell& b) { return a.code < b.code; });
  if (first == end) return {};
  if (day.empty()) {
    const Spell& newest = *(end - 1);
    return newest.last.empty() ? newest.text : std::string_view();
  }
  for (auto at = first; at != end; ++at) {
    if (at->first <= day && (at->last.empty() || day <= at->last)) return at->text;
  }
  return {};
}

}  // namespace attache::trade
