#include <algorithm>
#include <iterator>

#include "trade/code_book.hpp"

namespace attache::trade {

namespace {

struct Known {
  AreaCode code;
  std::string_view iso3;
};

// By code. ISO 3166-1 with Comtrade's five other numbers, World, Kosovo, and
// former countries by their ISO 3166-3 letters. A plain array: clang 14 cannot
// deduce a std::array of so many.
constexpr Known known[] = {
    Known{0, "WLD"},   Known{4, "AFG"},   Known{8, "ALB"},   Known{10, "ATA"},  Known{12, "DZA"},  Known{16, "ASM"},  Known{20, "AND"},
    Known{24, "AGO"},  Known{28, "ATG"},  Known{31, "AZE"},  Known{32, "ARG"},  Known{36, "AUS"},  Known{40, "AUT"},  Known{44, "BHS"},
    Known{48, "BHR"},  Known{50, "BGD"},  Known{51, "ARM"},  Known{52, "BRB"},  Known{56, "BEL"},  Known{60, "BMU"},  Known{64, "BTN"},
    Known{68, "BOL"},  Known{70, "BIH"},  Known{72, "BWA"},  Known{74, "BVT"},  Known{76, "BRA"},  Known{84, "BLZ"},  Known{86, "IOT"},
    Known{90, "SLB"},  Known{92, "VGB"},  Known{96, "BRN"},  Known{100, "BGR"}, Known{104, "MMR"}, Known{108, "BDI"}, Known{112, "BLR"},
    Known{116, "KHM"}, Known{120, "CMR"}, Known{124, "CAN"}, Known{132, "CPV"}, Known{136, "CYM"}, Known{140, "CAF"}, Known{144, "LKA"},
    Known{148, "TCD"}, Known{152, "CHL"}, Known{156, "CHN"}, Known{158, "TWN"}, Known{162, "CXR"}, Known{166, "CCK"}, Known{170, "COL"},
    Known{174, "COM"}, Known{175, "MYT"}, Known{178, "COG"}, Known{180, "COD"}, Known{184, "COK"}, Known{188, "CRI"}, Known{191, "HRV"},
    Known{192, "CUB"}, Known{196, "CYP"}, Known{200, "CSK"}, Known{203, "CZE"}, Known{204, "BEN"}, Known{208, "DNK"}, Known{212, "DMA"},
    Known{214, "DOM"}, Known{218, "ECU"}, Known{222, "SLV"}, Known{226, "GNQ"}, Known{231, "ETH"}, Known{232, "ERI"}, Known{233, "EST"},
    Known{234, "FRO"}, Known{238, "FLK"}, Known{239, "SGS"}, Known{242, "FJI"}, Known{246, "FIN"}, Known{248, "ALA"}, Known{251, "FRA"},
    Known{254, "GUF"}, Known{258, "PYF"}, Known{260, "ATF"}, Known{262, "DJI"}, Known{266, "GAB"}, Known{268, "GEO"}, Known{270, "GMB"},
    Known{275, "PSE"}, Known{276, "DEU"}, Known{278, "DDR"}, Known{288, "GHA"}, Known{292, "GIB"}, Known{296, "KIR"}, Known{300, "GRC"},
    Known{304, "GRL"}, Known{308, "GRD"}, Known{312, "GLP"}, Known{316, "GUM"}, Known{320, "GTM"}, Known{324, "GIN"}, Known{328, "GUY"},
    Known{332, "HTI"}, Known{334, "HMD"}, Known{336, "VAT"}, Known{340, "HND"}, Known{344, "HKG"}, Known{348, "HUN"}, Known{352, "ISL"},
    Known{360, "IDN"}, Known{364, "IRN"}, Known{368, "IRQ"}, Known{372, "IRL"}, Known{376, "ISR"}, Known{380, "ITA"}, Known{384, "CIV"},
    Known{388, "JAM"}, Known{392, "JPN"}, Known{398, "KAZ"}, Known{400, "JOR"}, Known{404, "KEN"}, Known{408, "PRK"}, Known{410, "KOR"},
    Known{412, "XKX"}, Known{414, "KWT"}, Known{417, "KGZ"}, Known{418, "LAO"}, Known{422, "LBN"}, Known{426, "LSO"}, Known{428, "LVA"},
    Known{430, "LBR"}, Known{434, "LBY"}, Known{438, "LIE"}, Known{440, "LTU"}, Known{442, "LUX"}, Known{446, "MAC"}, Known{450, "MDG"},
    Known{454, "MWI"}, Known{458, "MYS"}, Known{462, "MDV"}, Known{466, "MLI"}, Known{470, "MLT"}, Known{474, "MTQ"}, Known{478, "MRT"},
    Known{480, "MUS"}, Known{484, "MEX"}, Known{492, "MCO"}, Known{496, "MNG"}, Known{498, "MDA"}, Known{499, "MNE"}, Known{500, "MSR"},
    Known{504, "MAR"}, Known{508, "MOZ"}, Known{512, "OMN"}, Known{516, "NAM"}, Known{520, "NRU"}, Known{524, "NPL"}, Known{528, "NLD"},
    Known{530, "ANT"}, Known{531, "CUW"}, Known{533, "ABW"}, Known{534, "SXM"}, Known{535, "BES"}, Known{536, "NTZ"}, Known{540, "NCL"},
    Known{548, "VUT"}, Known{554, "NZL"}, Known{558, "NIC"}, Known{562, "NER"}, Known{566, "NGA"}, Known{570, "NIU"}, Known{574, "NFK"},
    Known{579, "NOR"}, Known{580, "MNP"}, Known{581, "UMI"}, Known{582, "PCI"}, Known{583, "FSM"}, Known{584, "MHL"}, Known{585, "PLW"},
    Known{586, "PAK"}, Known{591, "PAN"}, Known{592, "PCZ"}, Known{598, "PNG"}, Known{600, "PRY"}, Known{604, "PER"}, Known{608, "PHL"},
    Known{612, "PCN"}, Known{616, "POL"}, Known{620, "PRT"}, Known{624, "GNB"}, Known{626, "TLS"}, Known{630, "PRI"}, Known{634, "QAT"},
    Known{638, "REU"}, Known{642, "ROU"}, Known{643, "RUS"}, Known{646, "RWA"}, Known{652, "BLM"}, Known{654, "SHN"}, Known{659, "KNA"},
    Known{660, "AIA"}, Known{662, "LCA"}, Known{663, "MAF"}, Known{666, "SPM"}, Known{670, "VCT"}, Known{674, "SMR"}, Known{678, "STP"},
    Known{682, "SAU"}, Known{686, "SEN"}, Known{688, "SRB"}, Known{690, "SYC"}, Known{694, "SLE"}, Known{699, "IND"}, Known{702, "SGP"},
    Known{703, "SVK"}, Known{704, "VNM"}, Known{705, "SVN"}, Known{706, "SOM"}, Known{710, "ZAF"}, Known{716, "ZWE"}, Known{720, "YMD"},
    Known{724, "ESP"}, Known{728, "SSD"}, Known{729, "SDN"}, Known{732, "ESH"}, Known{740, "SUR"}, Known{744, "SJM"}, Known{748, "SWZ"},
    Known{752, "SWE"}, Known{757, "CHE"}, Known{760, "SYR"}, Known{762, "TJK"}, Known{764, "THA"}, Known{768, "TGO"}, Known{772, "TKL"},
    Known{776, "TON"}, Known{780, "TTO"}, Known{784, "ARE"}, Known{788, "TUN"}, Known{792, "TUR"}, Known{795, "TKM"}, Known{796, "TCA"},
    Known{798, "TUV"}, Known{800, "UGA"}, Known{804, "UKR"}, Known{807, "MKD"}, Known{810, "SUN"}, Known{818, "EGY"}, Known{826, "GBR"},
    Known{831, "GGY"}, Known{832, "JEY"}, Known{833, "IMN"}, Known{834, "TZA"}, Known{842, "USA"}, Known{850, "VIR"}, Known{854, "BFA"},
    Known{858, "URY"}, Known{860, "UZB"}, Known{862, "VEN"}, Known{866, "VDR"}, Known{876, "WLF"}, Known{882, "WSM"}, Known{887, "YEM"},
    Known{890, "YUG"}, Known{891, "SCG"}, Known{894, "ZMB"},
};
static_assert(std::is_sorted(std::begin(known), std::end(known), [](const Known& a, const Known& b) { return a.code < b.code; }));

}  // namespace

std::string_view iso3_of(AreaCode area) {
  const auto* at = std::lower_bound(std::begin(known), std::end(known), area, [](const Known& a, AreaCode code) { return a.code < code; });
  return at != std::end(known) && at->code == area ? at->iso3 : std::string_view();
}

std::optional<AreaCode> area_of_iso3(std::string_view iso3) {
  const auto* at = std::find_if(std::begin(known), std::end(known), [&](const Known& each) { return each.iso3 == iso3; });
  if (at == std::end(known)) return std::nullopt;
  return at->code;
}

AreaCode area_of_iso_numeric(int numeric) {
  switch (numeric) {
    case 250:
      return 251;  // France with Monaco
    case 356:
      return 699;  // India
    case 578:
      return 579;  // Norway with Svalbard
    case 756:
      return 757;  // Switzerland with Liechtenstein
    case 840:
      return 842;  // USA with Puerto Rico and the US Virgin Islands
    default:
      return static_cast<AreaCode>(numeric);
  }
}

}  // namespace attache::trade
