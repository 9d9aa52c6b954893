#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "text/language.hpp"
#include "trade/code_book.hpp"
#include "trade/src/import/letters.hpp"
#include "trade/src/import/number.hpp"
#include "trade/src/import/words.hpp"

namespace attache::trade {

namespace {

struct Letters {
  std::string_view letters;
  AreaCode area;
};
// Comtrade's own codes in columns of ISO letters. A79 stands for two areas there: it is not in the list.
constexpr std::array own_letters = {
    Letters{"W00", 0},   Letters{"WLD", 0},   Letters{"World", 0}, Letters{"EU2", 97},  Letters{"A49", 129}, Letters{"E29", 221},
    Letters{"F49", 290}, Letters{"R91", 471}, Letters{"_AC", 472}, Letters{"S19", 490}, Letters{"O19", 527}, Letters{"E19", 568},
    Letters{"F19", 577}, Letters{"A59", 637}, Letters{"R20", 697}, Letters{"_CI", 830}, Letters{"X1", 837},  Letters{"X2", 838},
    Letters{"XX", 839},  Letters{"F97", 879}, Letters{"_X", 899},  Letters{"_KS", 412},
};

struct Alias {
  std::string_view name;
  AreaCode area;
};
// How statistical offices call areas where CLDR says something else.
constexpr std::array aliases = {
    Alias{"World", 0},
    Alias{"Всего", 0},
    Alias{"Все страны", 0},
    Alias{"Барлығы", 0},
    Alias{"European Union", 97},
    Alias{"European Union - 27 countries", 97},
    Alias{"Other Asia, nes", 490},
    Alias{"Areas, nes", 899},
    Alias{"Bunkers", 837},
    Alias{"Free Zones", 838},
    Alias{"Special Categories", 839},
    Alias{"Russian Federation", 643},
    Alias{"Russia", 643},
    Alias{"Российская Федерация", 643},
    Alias{"Rep. of Korea", 410},
    Alias{"Korea, Rep. of", 410},
    Alias{"Республика Корея", 410},
    Alias{"Корея, Республика", 410},
    Alias{"Korea, Dem. People's Rep. of", 408},
    Alias{"Dem. People's Rep. of Korea", 408},
    Alias{"Корейская Народно-Демократическая Республика", 408},
    Alias{"Корея, Народно-Демократическая Республика", 408},
    Alias{"USA", 842},
    Alias{"United States", 842},
    Alias{"United States of America", 842},
    Alias{"США", 842},
    Alias{"Соединенные Штаты Америки", 842},
    Alias{"China, P.R.: Mainland", 156},
    Alias{"China, P.R.: Hong Kong", 344},
    Alias{"China, Hong Kong SAR", 344},
    Alias{"Гонконг", 344},
    Alias{"China, P.R.: Macao", 446},
    Alias{"China, Macao SAR", 446},
    Alias{"Taiwan Province of China", 158},
    Alias{"Тайвань", 158},
    Alias{"Taiwan", 158},
    Alias{"Czech Rep.", 203},
    Alias{"Czechia", 203},
    Alias{"Чешская Республика", 203},
    Alias{"Чехия", 203},
    Alias{"Slovak Rep.", 703},
    Alias{"Slovakia", 703},
    Alias{"Viet Nam", 704},
    Alias{"Вьетнам", 704},
    Alias{"Киргизия", 417},
    Alias{"Кыргызстан", 417},
    Alias{"Kyrgyz Rep.", 417},
    Alias{"Беларусь", 112},
    Alias{"Белоруссия", 112},
    Alias{"Молдова, Республика", 498},
    Alias{"Rep. of Moldova", 498},
    Alias{"Moldova, Rep. of", 498},
    Alias{"Туркменистан", 795},
    Alias{"Туркмения", 795},
    Alias{"Великобритания", 826},
    Alias{"Соединенное Королевство", 826},
    Alias{"Ireland (Eire)", 372},
    Alias{"Netherlands, The", 528},
    Alias{"Нидерланды", 528},
    Alias{"Turkey", 792},
    Alias{"Türkiye", 792},
    Alias{"Турция", 792},
    Alias{"Iran, Islamic Rep. of", 364},
    Alias{"Иран, Исламская Республика", 364},
    Alias{"Сирийская Арабская Республика", 760},
    Alias{"Syrian Arab Rep.", 760},
    Alias{"Bolivia (Plurinational State of)", 68},
    Alias{"Venezuela, Rep. Bolivariana de", 862},
    Alias{"Côte d'Ivoire", 384},
    Alias{"Congo, Rep. of", 178},
    Alias{"Congo, Dem. Rep. of the", 180},
    Alias{"Dem. Rep. of the Congo", 180},
    Alias{"United Rep. of Tanzania", 834},
    Alias{"Tanzania, United Rep. of", 834},
    Alias{"Lao People's Dem. Rep.", 418},
    Alias{"Macedonia, FYR", 807},
    Alias{"North Macedonia", 807},
    Alias{"TFYR of Macedonia", 807},
    Alias{"Македония", 807},
    Alias{"Serbia, Rep. of", 688},
    Alias{"FS Micronesia", 583},
    Alias{"Micronesia, Fed. States of", 583},
    Alias{"Bahamas, The", 44},
    Alias{"Gambia, The", 270},
    Alias{"Brunei Darussalam", 96},
    Alias{"Cabo Verde", 132},
    Alias{"Cape Verde", 132},
    Alias{"Swaziland", 748},
    Alias{"Eswatini", 748},
    Alias{"Timor-Leste", 626},
    Alias{"State of Palestine", 275},
    Alias{"West Bank and Gaza", 275},
    Alias{"Holy See", 336},
    Alias{"Holy See (Vatican City State)", 336},
    Alias{"Kosovo, Rep. of", 412},
    Alias{"Dominican Rep.", 214},
    Alias{"Central African Rep.", 140},
    Alias{"Bosnia Herzegovina", 70},
    Alias{"Yemen, Rep. of", 887},
    Alias{"Faroe Islands", 234},
    Alias{"Faeroe Isds", 234},
    Alias{"Falkland Islands (Malvinas)", 238},
    Alias{"Br. Virgin Isds", 92},
    Alias{"Cayman Isds", 136},
    Alias{"Cook Isds", 184},
    Alias{"Marshall Isds", 584},
    Alias{"Solomon Isds", 90},
    Alias{"Turks and Caicos Isds", 796},
    Alias{"N. Mariana Isds", 580},
    Alias{"Wallis and Futuna Isds", 876},
    Alias{"Norfolk Isds", 574},
    Alias{"Cocos Isds", 166},
    Alias{"Christmas Isds", 162},
    Alias{"St. Kitts and Nevis", 659},
    Alias{"Saint Kitts and Nevis", 659},
    Alias{"St. Lucia", 662},
    Alias{"St. Vincent and the Grenadines", 670},
    Alias{"St. Helena", 654},
    Alias{"St. Pierre and Miquelon", 666},
    Alias{"Myanmar", 104},
    Alias{"Мьянма", 104},
    Alias{"USSR", 810},
    Alias{"Serbia and Montenegro", 891},
    Alias{"Netherlands Antilles", 530},
    Alias{"Neth. Antilles", 530},
    Alias{"Former Sudan", 736},
    Alias{"Belgium-Luxembourg", 58},
    Alias{"Germany, Fed. Rep. of", 280},
    Alias{"Yugoslavia", 890},
    Alias{"Czechoslovakia", 200},
    Alias{"Объединенные Арабские Эмираты", 784},
    Alias{"ОАЭ", 784},
    Alias{"ЮАР", 710},
    Alias{"Южная Африка", 710},
    Alias{"Южно-Африканская Республика", 710},
    Alias{"Бразилия", 76},
    Alias{"Папуа-новая Гвинея", 598},
};

constexpr std::array<std::string_view, 8> left_out = {"of", "the", "and", "rep", "republic", "республика", "и", "&"};

constexpr std::u32string_view seen_letters = U"aceikmopxyhtbё", meant_letters = U"асеікморхунтве";
static_assert(seen_letters.size() == meant_letters.size());

/// Letters of one word, lower case; those that only look Cyrillic made so where the word has Cyrillic ones.
std::string word_of(const std::u32string& letters) {
  const bool cyrillic = std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= 0x400 && c < 0x530; });
  std::string word;
  for (const char32_t c : letters) {
    const auto at = cyrillic ? seen_letters.find(c) : std::u32string_view::npos;
    append_utf8(word, at == std::u32string_view::npos ? c : meant_letters[at]);
  }
  return word;
}

/// The words of a name, ordered, without those that say little and what is in brackets: "Korea, Rep. of" and "Republic of Korea" are
/// one key.
std::string key_of(std::string_view name) {
  std::set<std::string> words;
  std::u32string letters;
  const auto close = [&] {
    if (letters.empty()) return;
    const std::string word = word_of(letters);
    letters.clear();
    if (std::find(left_out.begin(), left_out.end(), word) == left_out.end()) words.insert(word);
  };
  int depth = 0;
  for (const char32_t c : characters(name)) {
    if (c == '(') ++depth;
    if (depth == 0 && is_letter_or_digit(c)) {
      letters += lower_case(c);
    } else {
      close();
    }
    if (c == ')' && depth > 0) --depth;
  }
  close();
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

using Index = std::map<std::string, AreaCode, std::less<>>;

Index made_index() {
  Index index;
  for (const Alias& alias : aliases) index.emplace(key_of(alias.name), alias.area);
  std::set<std::string, std::less<>> doubtful;
  for (int code = 1; code < 1000; ++code) {
    const auto area = static_cast<AreaCode>(code);
    const std::string_view iso3 = iso3_of(area);
    if (iso3.empty()) continue;
    for (const char* language : {"en", "ru", "kk"}) {
      const std::string key = key_of(text::area_name(iso3, language));
      if (key.empty()) continue;
      const auto [at, is_new] = index.emplace(key, area);
      if (!is_new && at->second != area) doubtful.insert(key);
    }
  }
  for (const Alias& alias : aliases) doubtful.erase(key_of(alias.name));
  for (const std::string& key : doubtful) index.erase(key);
  return index;
}

}  // namespace

std::optional<AreaCode> area_of_letters(std::string_view letters) {
  letters = trimmed(letters);
  const auto* const own =
      std::find_if(own_letters.begin(), own_letters.end(), [&](const Letters& each) { return each.letters == letters; });
  if (own != own_letters.end()) return own->area;
  return area_of_iso3(letters);
}

std::optional<AreaCode> area_of_name(std::string_view name) {
  static const Index index = made_index();
  const auto at = index.find(key_of(name));
  if (at == index.end() || at->first.empty()) return std::nullopt;
  return at->second;
}

std::string own_area_id(std::string_view name) {
  std::string id;
  int depth = 0;  // what is in brackets explains the name
  for (const char32_t c : characters(lower_case(trimmed(name)))) {
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (depth == 0 && c != ')' && is_letter_or_digit(c)) {
      append_utf8(id, c);
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace attache::trade
