// SPDX-License-Identifier: Apache-2.0
//! The exporter `text`, in Rust: a document for a terminal or an e-mail: wrapped paragraphs, tables in columns.

mod layout;
mod table;

use attache_sdk::{abi, render, Artifact, Block, Content, Job, Result};
use layout::{hanging, one_line, width};
use std::collections::HashSet;
use std::io::Write;

attache_sdk::exporter! {
    id: "text",
    title: "Plain text",
    description: "Wrapped paragraphs and tables in columns, for terminals and e-mails",
    version: "1.0.0",
    vendor: "Attaché samples",
    license: "Apache-2.0",
    url: "",
    media_type: "text/plain",
    extensions: "txt;text",
    flags: attache_sdk::DETERMINISTIC | attache_sdk::REENTRANT | attache_sdk::ALL_ROWS,
    options: [attache_sdk::option!(int, "width", "Width", "Columns of a line", 100, 40, 400)],
    run: run,
}

fn run(job: &Job) -> Result<()> {
    let limit = job.integer("width").unwrap_or(100) as usize;
    let file = job.open(job.output_name(), "text/plain; charset=utf-8")?;
    let mut writer = Writer { job, limit, file, drawn: HashSet::new() };
    let marking = one_line(job.meta("marking"));
    if !marking.is_empty() {
        write!(writer.file, "{}\n\n", marking)?;
    }
    render(job.root(), &mut |block| writer.draw(block))?;
    writer.file.close()
}

struct Writer<'a> {
    job: &'a Job<'a>,
    limit: usize,
    file: Artifact<'a>,
    drawn: HashSet<u32>,
}

impl Writer<'_> {
    fn draw(&mut self, block: Block) -> Result<bool> {
        match block.content() {
            Content::Section(section) => {
                let title = one_line(section.title());
                let restricted = section.flags & abi::ATTACHE_SECTION_RESTRICTED as u32 != 0;
                let suffix = if restricted { format!(" · {}", self.job.translate("exporter.restricted", &[])) } else { String::new() };
                if !title.is_empty() {
                    self.head(&(title + &suffix), section.level)?;
                }
                for child in block.children() {
                    render(child, &mut |inner| self.draw(inner))?;
                }
            }
            Content::Heading(heading) => self.head(&one_line(&heading.text().plain()), 6)?,
            Content::Paragraph(paragraph) => self.lines("", &paragraph.text().plain(), "\n")?,
            Content::Note(note) => {
                let number = note.number.to_string();
                let mark = if note.number == 0 { "" } else { self.job.translate("exporter.note-number", &[("number", &number)]) };
                self.lines(&format!("| {}{}", mark, if mark.is_empty() { "" } else { " " }), &note.text().plain(), "\n")?;
            }
            Content::List(list) => {
                for (number, item) in (1..).zip(list.items()) {
                    let sign = if list.ordered != 0 { format!("{}. ", number) } else { "- ".to_owned() };
                    self.lines(&sign, &item.plain(), "")?;
                }
                writeln!(self.file)?;
            }
            Content::TableRef(table) => {
                // a chart falls back to a table that may stand beside it
                if self.drawn.insert(table.table) {
                    table::draw(self.job.table(table.table), &mut self.file, self.limit)?;
                }
            }
            Content::Sources(sources) => {
                for source in sources.sources() {
                    self.lines(&format!("[{}] ", source.number), &source.text().plain(), "")?;
                }
                writeln!(self.file)?;
            }
            Content::Legend(legend) => {
                for (sign, meaning) in legend.entries() {
                    self.lines(&format!("{} ", layout::padded(sign, 6, false)), meaning, "")?;
                }
                writeln!(self.file)?;
            }
            Content::PageBreak => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn lines(&mut self, first: &str, text: &str, after: &str) -> Result<()> {
        write!(self.file, "{}{}", hanging(first, &one_line(text), self.limit), after)?;
        Ok(())
    }

    /// Underlined down to the second level.
    fn head(&mut self, title: &str, level: i32) -> Result<()> {
        self.lines("", title, "")?;
        if level < 3 {
            let sign = if level < 2 { "=" } else { "-" };
            writeln!(self.file, "{}", sign.repeat(width(title).min(self.limit)))?;
        }
        writeln!(self.file)?;
        Ok(())
    }
}
