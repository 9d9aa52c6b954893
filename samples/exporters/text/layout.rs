// SPDX-License-Identifier: Apache-2.0
//! Texts on a terminal: how wide they are, how they break into lines, how they are padded.

/// Columns that a character takes: 0 for marks that join the one before, 2 for wide ones (CJK, emoji), else 1.
fn char_width(c: char) -> usize {
    match c as u32 {
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x0610..=0x061A | 0x064B..=0x065F | 0x0E31 | 0x0E34..=0x0E3A => 0,
        0x00AD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x20D0..=0x20F0 | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F => 2,
        0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F1E6..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1FAFF | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Ends of lines and controls as blanks, so that a text is one line.
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Lines at most `limit` wide, broken at blanks, and within a word where it alone is wider. At least one line.
pub fn wrapped(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if used > 0 && used + 1 + width(word) > limit {
            lines.push(String::new());
            used = 0;
        }
        let line = lines.last_mut().expect("there is always a line");
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            if used > 0 && used + char_width(c) > limit {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().expect("there is always a line").push(c);
            used += char_width(c);
        }
    }
    lines
}

pub fn widest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// The text wrapped under `first`: what follows stands below its end. "- item", "[12] source".
pub fn hanging(first: &str, text: &str, limit: usize) -> String {
    let indent = width(first);
    let lines = wrapped(text, limit.saturating_sub(indent).max(20));
    format!("{}{}\n", first, lines.join(&format!("\n{}", " ".repeat(indent))))
}

pub fn padded(text: &str, to: usize, right: bool) -> String {
    let blanks = " ".repeat(to.saturating_sub(width(text)));
    if right {
        blanks + text
    } else {
        text.to_owned() + &blanks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_take_no_column_and_wide_characters_two() {
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("東京"), 4);
        assert_eq!(width("Қазақстан"), 9);
    }

    #[test]
    fn lines_break_at_blanks_and_inside_what_is_too_long() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrapped("no\u{a0}break here", 8), ["no\u{a0}break", "here"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(wrapped("東京都", 3), ["東", "京", "都"]);
    }

    #[test]
    fn what_hangs_stands_under_its_beginning() {
        assert_eq!(hanging("- ", "aaaa bbbb cccc dddd eeee", 22), "- aaaa bbbb cccc dddd\n  eeee\n");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(padded("東", 4, true), "  東");
        assert_eq!(padded("ab", 4, false), "ab  ");
    }
}
