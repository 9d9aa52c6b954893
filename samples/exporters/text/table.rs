// SPDX-License-Identifier: Apache-2.0
//! A table in columns, or, where they would not fit, row after row as "head: value".

use attache_sdk::{abi, Result, Table};
use std::io::Write;

use crate::layout::{hanging, one_line, padded, widest_word, width, wrapped};

const BETWEEN: &str = "  ";

struct Column {
    index: u32,
    head: String,
    right: bool,
    citation: bool,
    widest: usize,    // of its cells and head
    narrowest: usize, // no narrower than its longest word
    width: usize,
}

/// A cell as it is printed; the number of a source in brackets.
fn cell_of(table: Table, column: &Column, row: i64) -> String {
    let printed = one_line(&table.printed(column.index, row));
    if column.citation && !printed.is_empty() {
        format!("[{}]", printed)
    } else {
        printed
    }
}

/// The columns that people read. Their widths need a first walk over the rows.
fn columns_of(table: Table) -> Result<Vec<Column>> {
    let mut columns = Vec::new();
    for (index, info) in (0..).zip(table.columns()) {
        if info.flags & abi::ATTACHE_COLUMN_DATA_ONLY as u32 != 0 {
            continue;
        }
        let parts = [info.group(), info.title(), info.unit()];
        let head = one_line(&parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
        let (widest, narrowest) = (width(&head), widest_word(&head));
        let (right, citation) = (info.role == abi::ATTACHE_ROLE_MEASURE, info.role == abi::ATTACHE_ROLE_CITATION);
        columns.push(Column { index, head, right, citation, widest, narrowest, width: 0 });
    }
    table.for_each_batch(|batch| {
        for row in batch.first_row()..batch.first_row() + batch.rows() {
            for column in &mut columns {
                let cell = cell_of(table, column, row);
                column.widest = column.widest.max(width(&cell));
                column.narrowest = column.narrowest.max(if column.right { width(&cell) } else { widest_word(&cell) });
            }
        }
        Ok(())
    })?;
    Ok(columns)
}

/// Gives each column its width; false when even the narrowest do not fit. What is left goes to the columns that lack most.
fn fit(columns: &mut [Column], limit: usize) -> bool {
    let gaps = BETWEEN.len() * columns.len().saturating_sub(1);
    let least: usize = columns.iter().map(|column| column.narrowest.min(24)).sum();
    if least + gaps > limit {
        return false;
    }
    let mut left = limit - gaps - least;
    for column in columns.iter_mut() {
        column.width = column.narrowest.min(24);
    }
    while left > 0 {
        match columns.iter_mut().max_by_key(|column| column.widest - column.width.min(column.widest)) {
            Some(column) if column.widest > column.width => column.width += 1,
            _ => break,
        }
        left -= 1;
    }
    true
}

fn put_row(file: &mut impl Write, columns: &[Column], cells: &[String]) -> Result<()> {
    let lines: Vec<_> = columns.iter().zip(cells).map(|(column, cell)| wrapped(cell, column.width)).collect();
    for i in 0..lines.iter().map(Vec::len).max().unwrap_or(0) {
        let part = |lines: &Vec<String>| lines.get(i).cloned().unwrap_or_default();
        let line: Vec<_> = columns.iter().zip(&lines).map(|(column, lines)| padded(&part(lines), column.width, column.right)).collect();
        writeln!(file, "{}", line.join(BETWEEN).trim_end())?;
    }
    Ok(())
}

pub fn draw(table: Table, file: &mut impl Write, limit: usize) -> Result<()> {
    let mut columns = columns_of(table)?;
    if !table.info().title().is_empty() {
        write!(file, "{}", hanging("", &one_line(table.info().title()), limit))?;
    }
    let fits = fit(&mut columns, limit);
    if fits {
        put_row(file, &columns, &columns.iter().map(|column| column.head.clone()).collect::<Vec<_>>())?;
        let rules: Vec<_> = columns.iter().map(|column| "-".repeat(column.width)).collect();
        writeln!(file, "{}", rules.join(BETWEEN))?;
    }
    table.for_each_batch(|batch| {
        for row in batch.first_row()..batch.first_row() + batch.rows() {
            let cells: Vec<_> = columns.iter().map(|column| cell_of(table, column, row)).collect();
            if fits {
                put_row(file, &columns, &cells)?;
                continue;
            }
            for (column, cell) in columns.iter().zip(&cells).filter(|(_, cell)| !cell.is_empty()) {
                write!(file, "{}", hanging(&format!("{}: ", column.head), cell, limit))?;
            }
            writeln!(file)?;
        }
        Ok(())
    })?;
    let note = one_line(&table.info().note().plain());
    if !note.is_empty() {
        write!(file, "\n{}", hanging("", &note, limit))?;
    }
    writeln!(file)?;
    Ok(())
}
