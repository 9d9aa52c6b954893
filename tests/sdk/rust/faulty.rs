//! A plugin that fails in the way its option `how` says; it also reads everything the bindings can read.

use attache_sdk::{abi, Block, Content, Error, Job, Result, Value};
use std::io::Write;

attache_sdk::exporter! {
    id: "faulty", title: "Faulty", description: "Fails as told", version: "1.0.0", vendor: "", license: "Apache-2.0", url: "",
    media_type: "text/plain", extensions: "txt", flags: 0,
    options: [
        attache_sdk::option!(choice, "how", "How", "How to fail", "well", ["well", "panic", "no-option", "error", "nested", "open"]),
        attache_sdk::option!(int, "rows", "Rows", "A number", 5, 1, 9),
        attache_sdk::option!(float, "ratio", "Ratio", "A number", 0.5, 0, 1),
        attache_sdk::option!(size, "limit", "Limit", "Bytes", "16M", 1, 1e12),
        attache_sdk::option!(path, "font", "Font", "A file"),
        attache_sdk::option!(text, "name", "Name", "A text", "nobody"),
    ],
    run: run,
}

fn run(job: &Job) -> Result<()> {
    let mut file = job.open(job.output_name(), "text/plain")?;
    match job.text("how") {
        "panic" => panic!("{} rows are too many", job.integer("rows").unwrap_or(0)),
        "no-option" => drop(job.flag("hwo")),
        "error" => return Err(Error::data("the report has no table; choose another")),
        "nested" => job.table(0).for_each_batch(|_| job.table(0).for_each_batch(|_| Ok(())))?,
        "open" => return Ok(()),
        _ => {}
    }
    let options = (job.real("ratio"), job.integer("limit"), job.path("font"), job.text("name"));
    writeln!(file, "{} {:?} {:?}", job.meta("title"), options, job.meta("no such key"))?;
    read(job.root(), &mut file)?;
    for table in job.tables() {
        table.for_each_batch(|batch| {
            for row in 0..batch.rows() {
                let cells = (0..).zip(table.columns()).map(|(column, info)| match batch.value(column, row) {
                    Value::Date(start, end) => format!("{}={}", info.id(), job.format_date(start, end)),
                    value => format!("{}={:?}", info.id(), value),
                });
                writeln!(file, "{} {} {} {}", batch.first_row() + row, batch.row_kind(row), batch.indent(row), cells.collect::<Vec<_>>().join(" "))?;
            }
            Ok(())
        })?;
    }
    file.close()
}

fn read(block: Block, file: &mut impl Write) -> Result<()> {
    match block.content() {
        Content::Chart(chart) => {
            let series: Vec<_> = chart.series().map(|series| (series.name(), series.column, series.axis)).collect();
            writeln!(file, "chart {} {} {:?} {:?}", chart.title(), chart.alt_text(), chart.axis_unit(), series)?;
        }
        Content::Timeline(timeline) => {
            for entry in timeline.entries() {
                writeln!(file, "{} {} {} {} {}", entry.printed_date(), entry.start.year, entry.title(), entry.text().plain(), entry.planned)?;
            }
        }
        Content::KeyFigures(figures) => {
            for figure in figures.figures() {
                let change = figure.change().map_or("", abi::Cell::printed);
                writeln!(file, "{}: {} {:?} {} {}", figure.label(), figure.value().printed(), figure.value().value(), figure.unit(), change)?;
            }
        }
        Content::Conflict(conflict) => {
            for claim in conflict.claims() {
                writeln!(file, "{} / {} / {}", claim.statement(), claim.figure(), conflict.assessment().plain())?;
            }
        }
        Content::Quotation(quotation) => writeln!(file, "“{}” {}", quotation.text().plain(), quotation.speaker())?,
        _ => {}
    }
    block.children().into_iter().try_for_each(|child| read(child, file))
}
