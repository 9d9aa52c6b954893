// SPDX-License-Identifier: Apache-2.0
//! The exporter `my-format`: a document as plain text. It draws the plain kinds of block; every other kind (charts, timelines, key
//! figures, and what is invented later) arrives as the plain kinds it falls back to.

use attache_sdk::{abi, render, Artifact, Block, Content, Job, Result, Table};
use std::collections::HashSet;
use std::io::Write;

attache_sdk::exporter! {
    id: "my-format",
    title: "My format",
    description: "A document as plain text",
    version: "0.1.0",
    vendor: "",
    license: "Apache-2.0",
    url: "",
    media_type: "text/plain",
    extensions: "my-format",
    flags: attache_sdk::DETERMINISTIC | attache_sdk::REENTRANT | attache_sdk::ALL_ROWS,
    options: [attache_sdk::option!(bool, "sources", "Sources", "Write the list of sources", true)],
    run: run,
}

fn run(job: &Job) -> Result<()> {
    let mut writer = Writer { job, file: job.open(job.output_name(), "text/plain")?, drawn: HashSet::new() };
    render(job.root(), &mut |block| writer.draw(block))?;
    writer.file.close()
}

struct Writer<'a> {
    job: &'a Job<'a>,
    file: Artifact<'a>,
    drawn: HashSet<u32>, // tables: a chart falls back to one that may stand beside it
}

impl Writer<'_> {
    /// False for a kind that is not drawn here: render() then comes with what it falls back to.
    fn draw(&mut self, block: Block) -> Result<bool> {
        match block.content() {
            Content::Section(section) => {
                if !section.title().is_empty() {
                    let line = if section.level < 2 { "====" } else { "----" };
                    write!(self.file, "{}\n{}\n\n", section.title(), line)?;
                }
                for child in block.children() {
                    render(child, &mut |inner| self.draw(inner))?;
                }
            }
            Content::Heading(heading) => write!(self.file, "{}\n\n", heading.text().plain())?,
            Content::Paragraph(paragraph) => write!(self.file, "{}\n\n", paragraph.text().plain())?,
            Content::Note(note) => write!(self.file, "Note: {}\n\n", note.text().plain())?,
            Content::List(list) => {
                for item in list.items() {
                    writeln!(self.file, "- {}", item.plain())?;
                }
                writeln!(self.file)?;
            }
            Content::TableRef(table) => {
                if self.drawn.insert(table.table) {
                    draw_table(self.job.table(table.table), &mut self.file)?;
                }
            }
            Content::Sources(sources) => {
                for source in sources.sources().filter(|_| self.job.flag("sources")) {
                    writeln!(self.file, "[{}] {}", source.number, source.text().plain())?;
                }
                writeln!(self.file)?;
            }
            Content::Legend(legend) => {
                for (sign, meaning) in legend.entries() {
                    writeln!(self.file, "{} {}", sign, meaning)?;
                }
                writeln!(self.file)?;
            }
            Content::PageBreak => {}
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// One line a row, as the cells are printed in the document's language; columns for machines are left out.
fn draw_table(table: Table, file: &mut Artifact) -> Result<()> {
    let is_printed = |column: &abi::ColumnInfo| column.flags & abi::ATTACHE_COLUMN_DATA_ONLY as u32 == 0;
    let columns: Vec<_> = (0..).zip(table.columns()).filter(|(_, column)| is_printed(column)).collect();
    let heads: Vec<_> = columns.iter().map(|(_, column)| head(column.title(), column.unit())).collect();
    if !table.info().title().is_empty() {
        writeln!(file, "{}", table.info().title())?;
    }
    writeln!(file, "{}", heads.join(" | "))?;
    table.for_each_batch(|batch| {
        for row in batch.first_row()..batch.first_row() + batch.rows() {
            let cells: Vec<_> = columns.iter().map(|&(index, _)| table.printed(index, row)).collect();
            writeln!(file, "{}", cells.join(" | "))?;
        }
        Ok(())
    })?;
    let note = table.info().note().plain();
    write!(file, "{}{}", note, if note.is_empty() { "\n" } else { "\n\n" })?;
    Ok(())
}

fn head(title: &str, unit: &str) -> String {
    if unit.is_empty() {
        title.to_owned()
    } else {
        format!("{}, {}", title, unit)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_head_names_the_unit_there_is() {
        assert_eq!(super::head("Exports", "million USD"), "Exports, million USD");
        assert_eq!(super::head("Partner", ""), "Partner");
    }
}
