// SPDX-License-Identifier: Apache-2.0
//! Attaché's plugin contract for Rust: std only, one file, Rust 1.63 and later, edition 2021.
//!
//! An exporter is a function and a description of it, its parts in this order:
//!
//! ```ignore
//! fn run(job: &attache_sdk::Job) -> attache_sdk::Result<()> {
//!     let mut file = job.open(job.output_name(), "text/plain")?;
//!     writeln!(file, "{}", job.meta("title"))?;
//!     file.close()
//! }
//! attache_sdk::exporter! {
//!     id: "title", title: "Title", description: "The document's title", version: "1.0.0", vendor: "", license: "MIT", url: "",
//!     media_type: "text/plain", extensions: "title", flags: attache_sdk::DETERMINISTIC,
//!     options: [attache_sdk::option!(bool, "loud", "Loud", "Write it in capitals", false)],
//!     run: run,
//! }
//! ```
//!
//! `run` returns `Err` or panics to fail; a panic becomes a status with its text and place and never leaves the plugin. What the document
//! lends lives as long as the export; batches live in the closure that gets them. `Job` stays on the thread it was given to.
//!
//! The structs of `abi` are those of attache/plugin.h, whose comments are the specification. Their layout is compared with the C
//! compiler's at the end of this file, by lines that sdk/abi/generate.py writes.

use std::cell::RefCell;
use std::ffi::{CStr, OsStr};
use std::fmt;
use std::io;
use std::mem::size_of;
use std::os::raw::{c_char, c_void};
use std::os::unix::ffi::OsStrExt;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::ptr;

pub const DETERMINISTIC: u32 = abi::ATTACHE_PLUGIN_DETERMINISTIC as u32;
pub const REENTRANT: u32 = abi::ATTACHE_PLUGIN_REENTRANT as u32;
pub const ALL_ROWS: u32 = abi::ATTACHE_PLUGIN_ALL_ROWS as u32;

// ---- errors -----------------------------------------------------------------------------------------------------------------

/// Why an export ends: a status of the contract (`abi::ATTACHE_ERR_…`) and what is wrong, why, and what to do.
#[derive(Debug, Clone)]
pub struct Error {
    status: i32,
    text: String, // "" where the host has a text of its own
}
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn new(status: i32, text: impl Into<String>) -> Error {
        Error { status, text: text.into() }
    }
    /// The document holds something that cannot be written.
    pub fn data(text: impl Into<String>) -> Error {
        Error::new(abi::ATTACHE_ERR_DATA, text)
    }
    /// The options do not go together, or not with this document.
    pub fn option(text: impl Into<String>) -> Error {
        Error::new(abi::ATTACHE_ERR_OPTION, text)
    }
    pub fn internal(text: impl Into<String>) -> Error {
        Error::new(abi::ATTACHE_ERR_INTERNAL, text)
    }
    /// Did the user stop the export? Return such an error unchanged.
    pub fn is_cancelled(&self) -> bool {
        self.status == abi::ATTACHE_CANCELLED
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text.is_empty() {
            write!(f, "the program refused (status {})", self.status)
        } else {
            f.write_str(&self.text)
        }
    }
}
impl std::error::Error for Error {}
impl From<Error> for io::Error {
    fn from(error: Error) -> io::Error {
        io::Error::new(io::ErrorKind::Other, error)
    }
}
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
            Some(own) => own.clone(),
            None => Error::new(abi::ATTACHE_ERR_IO, error.to_string()),
        }
    }
}

/// A status that the host returned; it has set a text itself.
fn check(status: i32) -> Result<()> {
    if status == abi::ATTACHE_OK {
        Ok(())
    } else {
        Err(Error::new(status, ""))
    }
}

// ---- one export -------------------------------------------------------------------------------------------------------------

/// What a running export may use.
pub struct Job<'a> {
    host: &'a abi::Host,
    call: *mut abi::Call,
    request: &'a abi::Request,
    options: &'a [*const abi::Option],
    reading: RefCell<Vec<u32>>, // tables of which a batch is lent
}

impl<'a> Job<'a> {
    pub fn document(&self) -> &'a abi::Document {
        unsafe { &*self.request.document }
    }
    pub fn root(&self) -> Block<'a> {
        Block(unsafe { &*self.document().root })
    }
    /// BCP 47
    pub fn language(&self) -> &'a str {
        self.request.language.get()
    }
    /// The name of the main file.
    pub fn output_name(&self) -> &'a OsStr {
        OsStr::from_bytes(self.request.output_name.bytes())
    }
    /// The same without extension: further files are called so, a dot, and something more.
    pub fn output_stem(&self) -> &'a OsStr {
        OsStr::from_bytes(self.request.output_stem.bytes())
    }
    /// Output goes to one stream: a second file fails.
    pub fn single(&self) -> bool {
        self.request.flags & abi::ATTACHE_REQUEST_SINGLE as u32 != 0
    }
    /// Seconds since 1970: the only clock.
    pub fn source_date_epoch(&self) -> i64 {
        self.request.source_date_epoch
    }
    /// "" when there is no such key.
    pub fn meta(&self, key: &str) -> &'a str {
        let key = [key.as_bytes(), b"\0"].concat();
        unsafe { (self.host.meta)(self.request.document, key.as_ptr().cast()) }.get()
    }
    pub fn tables(&self) -> Vec<Table<'_>> {
        (0..self.document().table_count).map(|index| self.table(index)).collect()
    }
    /// Panics beyond the last.
    pub fn table(&self, index: u32) -> Table<'_> {
        assert!(index < self.document().table_count, "there is no table {}", index);
        Table { job: self, index, info: unsafe { &**self.document().tables.add(index as usize) } }
    }

    /// value × 10^-scale with so many decimals (−1: as it is), as the document's language writes it.
    pub fn format_number(&self, value: i64, scale: i32, decimals: i32) -> String {
        unsafe { (self.host.format_number)(self.call, value, scale, decimals) }.get().to_owned()
    }
    pub fn format_date(&self, start: abi::Date, end: abi::Date) -> String {
        unsafe { (self.host.format_date)(self.call, start, end) }.get().to_owned()
    }
    /// translate("exporter.page-of", &[("page", "2"), ("pages", "9")])
    pub fn translate(&self, id: &str, arguments: &[(&str, &str)]) -> &'a str {
        let id = [id.as_bytes(), b"\0"].concat();
        let pairs: Vec<abi::Pair> =
            arguments.iter().map(|(key, value)| abi::Pair { key: abi::Str::of(key), value: abi::Str::of(value) }).collect();
        unsafe { (self.host.translate)(self.call, id.as_ptr().cast(), pairs.as_ptr(), pairs.len()) }.get()
    }
    pub fn log(&self, level: i32, message: &str) {
        unsafe { (self.host.log)(self.call, level, abi::Str::of(message)) }
    }
    /// fraction 0 … 1, negative = unknown. An error when the user has had enough.
    pub fn progress(&self, fraction: f64, stage: &str) -> Result<()> {
        check(unsafe { (self.host.progress)(self.call, fraction, abi::Str::of(stage)) })
    }

    /// Opens a file to be written front to back. Every file must be closed before the export ends well.
    pub fn open(&self, name: impl AsRef<OsStr>, media_type: &str) -> Result<Artifact<'_>> {
        let mut sink = abi::Sink { struct_size: size_of::<abi::Sink>() as u32, reserved: 0, this: ptr::null_mut(), write: None };
        check(unsafe {
            (self.host.open_artifact)(self.call, abi::Str::bytes_of(name.as_ref().as_bytes()), abi::Str::of(media_type), &mut sink)
        })?;
        Ok(Artifact { job: self, sink })
    }
    /// Opens a file for a library that wants its path.
    pub fn open_file(&self, name: impl AsRef<OsStr>, media_type: &str) -> Result<FileArtifact<'_>> {
        let files = self.files()?;
        let mut path = abi::Str::of("");
        let name = abi::Str::bytes_of(name.as_ref().as_bytes());
        check(unsafe { (files.open_file)(self.call, name, abi::Str::of(media_type), &mut path) })?;
        Ok(FileArtifact { job: self, files, path })
    }
    /// A private folder, removed after the export.
    pub fn temporary_folder(&self) -> Result<&'a Path> {
        let path = unsafe { (self.files()?.temporary_folder)(self.call) };
        Ok(Path::new(OsStr::from_bytes(path.bytes())))
    }
    fn files(&self) -> Result<&'a abi::FileSink> {
        let found = unsafe { (self.host.get_interface)(self.host, b"attache.file-sink/1\0".as_ptr().cast()) };
        unsafe { found.cast::<abi::FileSink>().as_ref() }
            .ok_or_else(|| Error::new(abi::ATTACHE_ERR_HOST_TOO_OLD, "this program offers no attache.file-sink/1"))
    }

    /// The value of a `bool` option. As all of these: panics when the exporter declares no such option of that type.
    #[track_caller]
    pub fn flag(&self, option: &str) -> bool {
        self.value(option, &[abi::ATTACHE_OPTION_BOOL]).integer != 0
    }
    /// `int` and `size`; None when unset.
    #[track_caller]
    pub fn integer(&self, option: &str) -> Option<i64> {
        let value = self.value(option, &[abi::ATTACHE_OPTION_INT, abi::ATTACHE_OPTION_SIZE]);
        (value.is_set != 0).then(|| value.integer)
    }
    #[track_caller]
    pub fn real(&self, option: &str) -> Option<f64> {
        let value = self.value(option, &[abi::ATTACHE_OPTION_FLOAT]);
        (value.is_set != 0).then(|| value.real)
    }
    /// `text` and `choice`; "" when unset.
    #[track_caller]
    pub fn text(&self, option: &str) -> &'a str {
        self.value(option, &[abi::ATTACHE_OPTION_TEXT, abi::ATTACHE_OPTION_CHOICE]).text.get()
    }
    #[track_caller]
    pub fn path(&self, option: &str) -> Option<&'a Path> {
        let value = self.value(option, &[abi::ATTACHE_OPTION_PATH]);
        (value.is_set != 0).then(|| Path::new(OsStr::from_bytes(value.text.bytes())))
    }
    #[track_caller]
    fn value(&self, id: &str, types: &[i32]) -> &'a abi::Value {
        let matches =
            |option: &abi::Option| types.contains(&option.r#type) && unsafe { CStr::from_ptr(option.id) }.to_bytes() == id.as_bytes();
        match self.options.iter().position(|&option| matches(unsafe { &*option })) {
            Some(index) => unsafe { &**self.request.values.add(index) },
            None => panic!("the exporter declares no option '{}' of this type", id),
        }
    }
}

/// A file being written. `write!`, `writeln!` and `write_all` work on it.
pub struct Artifact<'a> {
    job: &'a Job<'a>,
    sink: abi::Sink,
}
impl Artifact<'_> {
    pub fn close(mut self) -> Result<()> {
        check(unsafe { (self.job.host.close_artifact)(self.job.call, &mut self.sink) })
    }
}
impl io::Write for Artifact<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let write = self.sink.write.expect("the host gives a sink that writes");
        check(unsafe { write(self.sink.this, bytes.as_ptr().cast(), bytes.len()) })?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that a library writes by its path.
pub struct FileArtifact<'a> {
    job: &'a Job<'a>,
    files: &'a abi::FileSink,
    path: abi::Str,
}
impl FileArtifact<'_> {
    pub fn path(&self) -> &Path {
        Path::new(OsStr::from_bytes(self.path.bytes()))
    }
    pub fn close(self) -> Result<()> {
        check(unsafe { (self.files.close_file)(self.job.call, self.path) })
    }
}

// ---- tables -----------------------------------------------------------------------------------------------------------------

/// A table of the document and the way to its rows.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    job: &'a Job<'a>,
    index: u32,
    info: &'a abi::Table,
}
impl<'a> Table<'a> {
    pub fn info(&self) -> &'a abi::Table {
        self.info
    }
    pub fn columns(&self) -> Vec<&'a abi::ColumnInfo> {
        self.info.columns().collect()
    }
    pub fn rows(&self) -> i64 {
        self.info.row_count
    }
    /// The printed form of a cell, signs included, unit not.
    pub fn printed(&self, column: u32, row: i64) -> String {
        unsafe { (self.job.host.format_cell)(self.job.call, self.index, column, row) }.get().to_owned()
    }
    /// All rows, some thousands at a time; reports progress. A table cannot be read again inside `f`.
    pub fn for_each_batch(&self, mut f: impl FnMut(&Batch<'_>) -> Result<()>) -> Result<()> {
        if self.job.reading.borrow().contains(&self.index) {
            return Err(Error::internal(format!("the table '{}' is read while it is being read", self.info.id())));
        }
        self.job.reading.borrow_mut().push(self.index);
        let done = self.read(&mut f);
        self.job.reading.borrow_mut().retain(|&index| index != self.index);
        done
    }
    fn read(&self, f: &mut impl FnMut(&Batch<'_>) -> Result<()>) -> Result<()> {
        let mut first = 0;
        while first < self.rows() {
            let mut batch = abi::Batch::new();
            check(unsafe { (self.job.host.read_batch)(self.job.call, self.index, first, 4096, &mut batch) })?;
            if batch.row_count <= 0 {
                return Err(Error::data(format!("the table '{}' ends before its last row", self.info.id())));
            }
            f(&Batch { batch: &batch, table: self.info })?;
            first += batch.row_count;
            self.job.progress(first as f64 / self.rows() as f64, self.info.title())?;
        }
        Ok(())
    }
}

/// Rows of a table that are in memory together. Rows are counted from the batch's first.
pub struct Batch<'a> {
    batch: &'a abi::Batch,
    table: &'a abi::Table,
}
impl<'a> Batch<'a> {
    /// The first row's number in the table.
    pub fn first_row(&self) -> i64 {
        self.batch.first_row
    }
    pub fn rows(&self) -> i64 {
        self.batch.row_count
    }
    /// ATTACHE_ROW_…
    pub fn row_kind(&self, row: i64) -> i32 {
        self.byte(self.batch.row_kind, row)
    }
    pub fn indent(&self, row: i64) -> i32 {
        self.byte(self.batch.indent, row)
    }
    fn byte(&self, bytes: *const u8, row: i64) -> i32 {
        assert!((0..self.rows()).contains(&row), "there is no row {}", row);
        if bytes.is_null() {
            0
        } else {
            i32::from(unsafe { *bytes.add(row as usize) })
        }
    }
    /// Panics beyond the last row or column.
    pub fn value(&self, column: u32, row: i64) -> Value<'a> {
        assert!(column < self.batch.column_count && (0..self.rows()).contains(&row), "there is no cell {}, {}", column, row);
        let row = row as usize;
        unsafe {
            let cells = &**self.batch.columns.add(column as usize);
            let info = &**self.table.columns.add(column as usize);
            if !cells.validity.is_null() && *cells.validity.add(row / 8) >> (row % 8) & 1 == 0 {
                return Value::Missing(if cells.missing.is_null() {
                    Missing::NotAvailable
                } else {
                    Missing::of(i32::from(*cells.missing.add(row)))
                });
            }
            let integer = || *cells.values.cast::<i64>().add(row);
            match cells.r#type {
                abi::ATTACHE_BOOL => Value::Bool(*cells.values.cast::<u8>().add(row) != 0),
                abi::ATTACHE_INT64 => Value::Integer(integer()),
                abi::ATTACHE_DECIMAL => Value::Decimal { value: integer(), scale: info.scale },
                abi::ATTACHE_DOUBLE => Value::Real(*cells.values.cast::<f64>().add(row)),
                abi::ATTACHE_DATE => {
                    let dates = cells.values.cast::<abi::Date>();
                    Value::Date(*dates.add(2 * row), *dates.add(2 * row + 1))
                }
                abi::ATTACHE_TEXT => Value::Text(part(cells.values.cast(), cells.offsets, row)),
                abi::ATTACHE_DICTIONARY => {
                    let code = *cells.values.cast::<i32>().add(row);
                    Value::Text(part(cells.dictionary_bytes.cast(), cells.dictionary_offsets, code as usize))
                }
                _ => Value::Missing(Missing::NotAvailable), // a type of a later contract
            }
        }
    }
}
unsafe fn part<'a>(bytes: *const u8, offsets: *const i32, index: usize) -> &'a str {
    let (start, end) = (*offsets.add(index) as usize, *offsets.add(index + 1) as usize);
    utf8(std::slice::from_raw_parts(bytes.add(start), end - start))
}
fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program promises UTF-8")
}

#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    Missing(Missing),
    Bool(bool),
    Integer(i64),
    /// value × 10^-scale, exact
    Decimal {
        value: i64,
        scale: i32,
    },
    Real(f64),
    /// Start and end, equal for a single date.
    Date(abi::Date, abi::Date),
    Text(&'a str),
}

/// Why there is no value. Zero is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    NotAvailable,
    NotApplicable,
    Confidential,
    NotCollected,
    /// Nothing belongs here.
    Blank,
}
impl Missing {
    fn of(code: i32) -> Missing {
        match code {
            abi::ATTACHE_NOT_APPLICABLE => Missing::NotApplicable,
            abi::ATTACHE_CONFIDENTIAL => Missing::Confidential,
            abi::ATTACHE_NOT_COLLECTED => Missing::NotCollected,
            abi::ATTACHE_BLANK => Missing::Blank,
            _ => Missing::NotAvailable,
        }
    }
}

// ---- blocks -----------------------------------------------------------------------------------------------------------------

/// One node of the document.
#[derive(Clone, Copy)]
pub struct Block<'a>(&'a abi::Block);

/// What a block is, with the data of its kind.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    Section(&'a abi::Section),
    Heading(&'a abi::Heading),
    Paragraph(&'a abi::Paragraph),
    List(&'a abi::List),
    KeyFigures(&'a abi::KeyFigures),
    TableRef(&'a abi::TableRef),
    Chart(&'a abi::Chart),
    Timeline(&'a abi::Timeline),
    Quotation(&'a abi::Quotation),
    Note(&'a abi::Note),
    Conflict(&'a abi::Conflict),
    Sources(&'a abi::Sources),
    Legend(&'a abi::Legend),
    PageBreak,
    Contents,
    /// A kind of a later contract.
    Unknown(i32),
}

impl<'a> Block<'a> {
    pub fn id(&self) -> &'a str {
        self.0.id.get()
    }
    pub fn content(&self) -> Content<'a> {
        let data = self.0.data;
        unsafe {
            match self.0.kind {
                abi::ATTACHE_SECTION => Content::Section(&*data.cast()),
                abi::ATTACHE_HEADING => Content::Heading(&*data.cast()),
                abi::ATTACHE_PARAGRAPH => Content::Paragraph(&*data.cast()),
                abi::ATTACHE_LIST => Content::List(&*data.cast()),
                abi::ATTACHE_KEY_FIGURES => Content::KeyFigures(&*data.cast()),
                abi::ATTACHE_TABLE_REF => Content::TableRef(&*data.cast()),
                abi::ATTACHE_CHART => Content::Chart(&*data.cast()),
                abi::ATTACHE_TIMELINE => Content::Timeline(&*data.cast()),
                abi::ATTACHE_QUOTATION => Content::Quotation(&*data.cast()),
                abi::ATTACHE_NOTE => Content::Note(&*data.cast()),
                abi::ATTACHE_CONFLICT => Content::Conflict(&*data.cast()),
                abi::ATTACHE_SOURCES => Content::Sources(&*data.cast()),
                abi::ATTACHE_LEGEND => Content::Legend(&*data.cast()),
                abi::ATTACHE_PAGE_BREAK => Content::PageBreak,
                abi::ATTACHE_CONTENTS => Content::Contents,
                kind => Content::Unknown(kind),
            }
        }
    }
    /// Only sections have some.
    pub fn children(&self) -> Vec<Block<'a>> {
        unsafe { pointers(self.0.children, self.0.child_count) }.map(Block).collect()
    }
    /// The same content in older kinds.
    pub fn fallback(&self) -> Option<Block<'a>> {
        unsafe { self.0.fallback.as_ref() }.map(Block)
    }
}

/// Calls `draw` for a block and, where it says `false` (a kind it does not draw), for what the block falls back to, or else for its
/// children. `draw` calls this for the children of a section.
pub fn render<'a>(block: Block<'a>, draw: &mut dyn FnMut(Block<'a>) -> Result<bool>) -> Result<()> {
    if draw(block)? {
        return Ok(());
    }
    if let Some(fallback) = block.fallback() {
        return render(fallback, draw);
    }
    block.children().into_iter().try_for_each(|child| render(child, draw))
}

unsafe fn pointers<'a, T: 'a>(first: *const *const T, count: u32) -> impl Iterator<Item = &'a T> {
    array(first, count).iter().map(|&each| &*each)
}
unsafe fn array<'a, T>(first: *const T, count: u32) -> &'a [T] {
    if count == 0 {
        &[]
    } else {
        std::slice::from_raw_parts(first, count as usize)
    }
}

// ---- declaring an exporter --------------------------------------------------------------------------------------------------

/// Something in a static: the contract's structs hold pointers, to what is static itself.
pub struct Static<T>(T);
unsafe impl<T> Sync for Static<T> {}
impl<T> Static<T> {
    #[doc(hidden)]
    pub const fn get(&'static self) -> &'static T {
        &self.0
    }
}

/// A string for the contract, which ends them by NUL. Made by the macros.
#[derive(Clone, Copy)]
pub struct Text(&'static str);
#[doc(hidden)]
pub const fn text(with_nul: &'static str) -> Text {
    assert!(with_nul.as_bytes()[with_nul.len() - 1] == 0);
    Text(with_nul)
}
impl Text {
    const fn pointer(self) -> *const c_char {
        self.0.as_ptr().cast()
    }
}

#[doc(hidden)]
pub const fn make_option(
    kind: i32,
    names: [Text; 3],
    preset: Option<Text>,
    bounds: (f64, f64),
    choices: &'static [Static<*const c_char>],
) -> abi::Option {
    abi::Option {
        struct_size: size_of::<abi::Option>() as u32,
        r#type: kind,
        flags: 0,
        choice_count: choices.len() as u32,
        id: names[0].pointer(),
        title: names[1].pointer(),
        description: names[2].pointer(),
        default_text: match preset {
            Some(text) => text.pointer(),
            None => ptr::null(),
        },
        min: bounds.0,
        max: bounds.1,
        choices: choices.as_ptr().cast(),
    }
}
#[doc(hidden)]
pub const fn choice(text: Text) -> Static<*const c_char> {
    Static(text.pointer())
}
#[doc(hidden)]
pub const fn option_pointers<const N: usize>(options: &'static [abi::Option]) -> Static<[*const abi::Option; N]> {
    let mut pointers = [ptr::null(); N];
    let mut i = 0;
    while i < N {
        pointers[i] = &options[i] as *const abi::Option;
        i += 1;
    }
    Static(pointers)
}

/// `option!(bool, "id", "Title", "Description", true)`, likewise `text`, `path` (both may leave the default out), `int`, `float`, `size`
/// (with bounds: `option!(int, "width", "Width", "…", 80, 20, 400)`) and `choice` (`…, "a", ["a", "b"]`).
#[macro_export]
macro_rules! option {
    (bool, $id:literal, $title:literal, $about:literal, $preset:literal) => { $crate::option!(@ ATTACHE_OPTION_BOOL, $id, $title, $about, (1.0, 0.0), &[], $preset) };
    (text, $id:literal, $title:literal, $about:literal $(, $preset:literal)?) => { $crate::option!(@ ATTACHE_OPTION_TEXT, $id, $title, $about, (1.0, 0.0), &[] $(, $preset)?) };
    (path, $id:literal, $title:literal, $about:literal $(, $preset:literal)?) => { $crate::option!(@ ATTACHE_OPTION_PATH, $id, $title, $about, (1.0, 0.0), &[] $(, $preset)?) };
    (int, $id:literal, $title:literal, $about:literal, $preset:literal, $min:literal, $max:literal) => {
        $crate::option!(@ ATTACHE_OPTION_INT, $id, $title, $about, ($min as f64, $max as f64), &[], $preset)
    };
    (size, $id:literal, $title:literal, $about:literal, $preset:literal, $min:literal, $max:literal) => {
        $crate::option!(@ ATTACHE_OPTION_SIZE, $id, $title, $about, ($min as f64, $max as f64), &[], $preset)
    };
    (float, $id:literal, $title:literal, $about:literal, $preset:literal, $min:literal, $max:literal) => {
        $crate::option!(@ ATTACHE_OPTION_FLOAT, $id, $title, $about, ($min as f64, $max as f64), &[], $preset)
    };
    (choice, $id:literal, $title:literal, $about:literal, $preset:literal, [$($choice:literal),+]) => {
        $crate::option!(@ ATTACHE_OPTION_CHOICE, $id, $title, $about, (1.0, 0.0), &[$($crate::choice($crate::text(concat!($choice, "\0")))),+], $preset)
    };
    (@ $kind:ident, $id:literal, $title:literal, $about:literal, $bounds:expr, $choices:expr) => {
        $crate::make_option($crate::abi::$kind, $crate::option!(@ $id, $title, $about), None, $bounds, $choices)
    };
    (@ $kind:ident, $id:literal, $title:literal, $about:literal, $bounds:expr, $choices:expr, $preset:literal) => {
        $crate::make_option($crate::abi::$kind, $crate::option!(@ $id, $title, $about), Some($crate::text(concat!($preset, "\0"))), $bounds, $choices)
    };
    (@ $($name:literal),+) => { [$($crate::text(concat!($name, "\0"))),+] };
}

/// Defines the entry of the plugin; once a library. See the head of this file.
#[macro_export]
macro_rules! exporter {
    (id: $id:literal, title: $title:literal, description: $description:literal, version: $version:literal, vendor: $vendor:literal,
     license: $license:literal, url: $url:literal, media_type: $media_type:literal, extensions: $extensions:literal, flags: $flags:expr,
     options: [$($option:expr),* $(,)?], run: $run:expr $(,)?) => {
        const ATTACHE_OPTIONS: &[$crate::abi::Option] = &[$($option),*];
        static ATTACHE_OPTION_POINTERS: $crate::Static<[*const $crate::abi::Option; ATTACHE_OPTIONS.len()]> = $crate::option_pointers(ATTACHE_OPTIONS);
        static ATTACHE_PLUGIN: $crate::Static<$crate::abi::Plugin> = $crate::describe(
            $crate::option!(@ $id, $title, $description, $version, $vendor, $license, $url, $media_type, $extensions),
            $flags, ATTACHE_OPTION_POINTERS.get(), attache_export_document);
        unsafe extern "C" fn attache_export_document(plugin: *const $crate::abi::Plugin, host: *const $crate::abi::Host,
                                                     call: *mut $crate::abi::Call, request: *const $crate::abi::Request) -> i32 {
            $crate::run_guarded(plugin, host, call, request, $run)
        }
        #[no_mangle]
        pub extern "C" fn attache_plugin_v1() -> *const $crate::abi::Plugin {
            ATTACHE_PLUGIN.get()
        }
    };
}
#[doc(hidden)]
pub const fn describe(
    texts: [Text; 9],
    flags: u32,
    options: &'static [*const abi::Option],
    export_document: abi::ExportDocument,
) -> Static<abi::Plugin> {
    Static(abi::Plugin {
        struct_size: size_of::<abi::Plugin>() as u32,
        abi_version: (abi::ATTACHE_ABI_MAJOR as u32) << 16,
        abi_draft: abi::ATTACHE_ABI_DRAFT as u32,
        flags,
        id: texts[0].pointer(),
        title: texts[1].pointer(),
        description: texts[2].pointer(),
        version: texts[3].pointer(),
        vendor: texts[4].pointer(),
        license: texts[5].pointer(),
        url: texts[6].pointer(),
        media_type: texts[7].pointer(),
        extensions: texts[8].pointer(),
        option_count: options.len() as u32,
        reserved: 0,
        options: options.as_ptr(),
        export_document: Some(export_document),
        user: ptr::null(),
        get_interface: None,
    })
}

thread_local! {
    static PANIC: RefCell<String> = RefCell::new(String::new());
}
static SILENCE: std::sync::Once = std::sync::Once::new();

/// Runs an exporter; an error or a panic becomes a status and a text. A panic prints nothing: a plugin writes nothing to stderr.
///
/// # Safety
/// The pointers are those that the program gave.
#[doc(hidden)]
pub unsafe fn run_guarded(
    plugin: *const abi::Plugin,
    host: *const abi::Host,
    call: *mut abi::Call,
    request: *const abi::Request,
    run: fn(&Job<'_>) -> Result<()>,
) -> i32 {
    SILENCE.call_once(|| {
        // This hook is the plugin's own: each plugin has its own copy of std.
        std::panic::set_hook(Box::new(|info| {
            let words = info.payload();
            let words = words.downcast_ref::<&str>().copied().or_else(|| words.downcast_ref::<String>().map(String::as_str)).unwrap_or("");
            let place = info.location().map_or(String::new(), |place| format!(" at {}:{}", place.file(), place.line()));
            PANIC.with(|text| *text.borrow_mut() = format!("the plugin panicked{}: {}", place, words));
        }));
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let options = array((*plugin).options, (*plugin).option_count);
        run(&Job { host: &*host, call, request: &*request, options, reading: RefCell::new(Vec::new()) })
    }));
    let failure = match outcome {
        Ok(Ok(())) => return abi::ATTACHE_OK,
        Ok(Err(error)) => error,
        Err(_) => Error::internal(PANIC.with(|text| text.borrow().clone())),
    };
    if !failure.text.is_empty() && !failure.is_cancelled() {
        ((*host).set_error)(call, failure.status, abi::Str::of(&failure.text));
    }
    failure.status
}

// ---- the contract -----------------------------------------------------------------------------------------------------------

/// attache/plugin.h in Rust. What a plugin may look at is public or has a method.
#[allow(missing_docs)]
pub mod abi {
    pub use super::constants::*;
    use super::*;

    /// Text lent by the program.
    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Str {
        pub(crate) data: *const c_char,
        pub(crate) size: usize,
    }
    impl Str {
        pub(crate) fn of(text: &str) -> Str {
            Str::bytes_of(text.as_bytes())
        }
        pub(crate) fn bytes_of(bytes: &[u8]) -> Str {
            Str { data: bytes.as_ptr().cast(), size: bytes.len() }
        }
        // The program's texts live as long as the export, and so does every struct that holds one.
        pub(crate) fn bytes<'a>(self) -> &'a [u8] {
            if self.size == 0 {
                &[]
            } else {
                unsafe { std::slice::from_raw_parts(self.data.cast(), self.size) }
            }
        }
        pub(crate) fn get<'a>(self) -> &'a str {
            utf8(self.bytes())
        }
    }

    /// One end point of a date.
    #[repr(C)]
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Date {
        pub year: i32,
        pub month: i8,
        pub day: i8,
        pub precision: u8,
        pub flags: u8,
    }

    pub type ExportDocument = unsafe extern "C" fn(*const Plugin, *const Host, *mut Call, *const Request) -> i32;

    /// This export, as the program knows it.
    #[repr(C)]
    pub struct Call {
        nothing: [u8; 0],
    }

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Pair {
        pub(crate) key: Str,
        pub(crate) value: Str,
    }
    #[repr(C)]
    pub struct Run {
        pub(crate) text: Str,
        pub(crate) href: Str,
        pub style: u32,
        pub citation: u32,
        pub(crate) lang: Str,
    }
    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Formula {
        pub op: i32,
        pub a: i32,
        pub b: i32,
        pub c: i32,
    }
    #[repr(C)]
    pub struct ColumnInfo {
        pub(crate) struct_size: u32,
        pub r#type: i32,
        pub role: i32,
        pub total: i32,
        pub(crate) id: Str,
        pub(crate) title: Str,
        pub(crate) group: Str,
        pub(crate) unit: Str,
        pub(crate) description: Str,
        pub scale: i32,
        pub decimals: i32,
        pub magnitude: i32,
        pub width_hint: i32,
        pub status_column: i32,
        pub citation_column: i32,
        pub flags: u32,
        pub formula: Formula,
    }
    #[repr(C)]
    pub struct Inline {
        pub(crate) struct_size: u32,
        pub(crate) run_count: u32,
        pub(crate) runs: *const Run,
    }
    #[repr(C)]
    pub struct Table {
        pub(crate) struct_size: u32,
        pub(crate) column_count: u32,
        pub(crate) columns: *const *const ColumnInfo,
        pub(crate) id: Str,
        pub(crate) title: Str,
        pub(crate) sheet_name: Str,
        pub(crate) description: Str,
        pub row_count: i64,
        pub key_columns: u32,
        pub has_total: i32,
        pub(crate) note: *const Inline,
    }
    #[repr(C)]
    pub struct Column {
        pub(crate) struct_size: u32,
        pub(crate) r#type: i32,
        pub(crate) length: i64,
        pub(crate) null_count: i64,
        pub(crate) validity: *const u8,
        pub(crate) missing: *const u8,
        pub(crate) values: *const c_void,
        pub(crate) offsets: *const i32,
        pub(crate) dictionary_offsets: *const i32,
        pub(crate) dictionary_bytes: *const c_char,
        pub(crate) dictionary_size: i32,
        pub(crate) reserved: i32,
    }
    #[repr(C)]
    pub struct Batch {
        pub(crate) struct_size: u32,
        pub(crate) column_count: u32,
        pub(crate) first_row: i64,
        pub(crate) row_count: i64,
        pub(crate) columns: *const *const Column,
        pub(crate) row_kind: *const u8,
        pub(crate) indent: *const u8,
    }
    #[repr(C)]
    pub struct Cell {
        pub(crate) struct_size: u32,
        pub(crate) r#type: i32,
        pub(crate) missing: i32,
        pub(crate) scale: i32,
        pub(crate) integer: i64,
        pub(crate) real: f64,
        pub(crate) text: Str,
        pub(crate) start: Date,
        pub(crate) end: Date,
        pub(crate) status: Str,
        pub(crate) printed: Str,
    }
    #[repr(C)]
    pub struct Block {
        pub(crate) struct_size: u32,
        pub kind: i32,
        pub(crate) id: Str,
        pub(crate) data: *const c_void,
        pub(crate) child_count: u32,
        pub(crate) reserved: u32,
        pub(crate) children: *const *const Block,
        pub(crate) fallback: *const Block,
    }
    #[repr(C)]
    pub struct Section {
        pub(crate) struct_size: u32,
        pub level: i32,
        pub(crate) title: Str,
        pub(crate) sheet_name: Str,
        pub role: i32,
        pub page_hint: i32,
        pub flags: u32,
    }
    #[repr(C)]
    pub struct Heading {
        pub(crate) struct_size: u32,
        pub level: i32,
        pub(crate) text: *const Inline,
    }
    #[repr(C)]
    pub struct Paragraph {
        pub(crate) struct_size: u32,
        pub role: i32,
        pub(crate) text: *const Inline,
    }
    #[repr(C)]
    pub struct List {
        pub(crate) struct_size: u32,
        pub ordered: i32,
        pub(crate) item_count: u32,
        pub(crate) reserved: u32,
        pub(crate) items: *const *const Inline,
    }
    #[repr(C)]
    pub struct KeyFigure {
        pub(crate) struct_size: u32,
        pub citation: u32,
        pub(crate) label: Str,
        pub(crate) unit: Str,
        pub(crate) value: *const Cell,
        pub(crate) previous: *const Cell,
        pub(crate) change: *const Cell,
        pub(crate) change_label: Str,
        pub(crate) note: Str,
        pub trend_table: i32,
        pub trend_column: i32,
    }
    #[repr(C)]
    pub struct KeyFigures {
        pub(crate) struct_size: u32,
        pub(crate) figure_count: u32,
        pub(crate) figures: *const *const KeyFigure,
    }
    #[repr(C)]
    pub struct TableRef {
        pub(crate) struct_size: u32,
        pub table: u32,
        pub max_rows: i64,
        pub(crate) left_out: Str,
    }
    #[repr(C)]
    pub struct Series {
        pub(crate) struct_size: u32,
        pub column: u32,
        pub kind: i32,
        pub axis: i32,
        pub(crate) name: Str,
    }
    #[repr(C)]
    pub struct Chart {
        pub(crate) struct_size: u32,
        pub table: u32,
        pub category_column: u32,
        pub(crate) series_count: u32,
        pub(crate) series: *const *const Series,
        pub(crate) title: Str,
        pub(crate) alt_text: Str,
        pub(crate) axis_unit: Str,
        pub(crate) secondary_axis_unit: Str,
        pub zero_baseline: i32,
        pub first_row: i64,
        pub row_count: i64,
        pub(crate) note: *const Inline,
    }
    #[repr(C)]
    pub struct TimelineEntry {
        pub(crate) struct_size: u32,
        pub citation: u32,
        pub start: Date,
        pub end: Date,
        pub(crate) printed_date: Str,
        pub(crate) r#type: Str,
        pub(crate) title: Str,
        pub(crate) place: Str,
        pub(crate) text: *const Inline,
        pub planned: i32,
        pub(crate) status: Str,
    }
    #[repr(C)]
    pub struct Timeline {
        pub(crate) struct_size: u32,
        pub(crate) entry_count: u32,
        pub(crate) entries: *const *const TimelineEntry,
    }
    #[repr(C)]
    pub struct Quotation {
        pub(crate) struct_size: u32,
        pub citation: u32,
        pub(crate) text: *const Inline,
        pub(crate) speaker: Str,
        pub(crate) office: Str,
        pub(crate) context: Str,
        pub(crate) note: *const Inline,
    }
    #[repr(C)]
    pub struct Note {
        pub(crate) struct_size: u32,
        pub role: i32,
        pub number: u32,
        pub(crate) reserved: u32,
        pub(crate) text: *const Inline,
    }
    #[repr(C)]
    pub struct ConflictClaim {
        pub(crate) struct_size: u32,
        pub citation: u32,
        pub(crate) statement: Str,
        pub(crate) attribution: Str,
        pub(crate) figure: Str,
        pub(crate) rank: Str,
        pub official: i32,
        pub(crate) reserved: i32,
    }
    #[repr(C)]
    pub struct Conflict {
        pub(crate) struct_size: u32,
        pub(crate) claim_count: u32,
        pub(crate) topic: Str,
        pub(crate) claims: *const *const ConflictClaim,
        pub(crate) assessment: *const Inline,
    }
    #[repr(C)]
    pub struct Source {
        pub(crate) struct_size: u32,
        pub number: u32,
        pub(crate) id: Str,
        pub(crate) publisher: Str,
        pub(crate) title: Str,
        pub(crate) published: Str,
        pub(crate) url: Str,
        pub(crate) accessed: Str,
        pub(crate) licence: Str,
        pub(crate) language: Str,
        pub(crate) text: *const Inline,
    }
    #[repr(C)]
    pub struct Sources {
        pub(crate) struct_size: u32,
        pub(crate) source_count: u32,
        pub(crate) sources: *const *const Source,
    }
    #[repr(C)]
    pub struct Legend {
        pub(crate) struct_size: u32,
        pub(crate) entry_count: u32,
        pub(crate) entries: *const Pair,
    }
    #[repr(C)]
    pub struct Document {
        pub(crate) struct_size: u32,
        pub table_count: u32,
        pub(crate) tables: *const *const Table,
        pub(crate) root: *const Block,
        pub(crate) meta_count: u32,
        pub(crate) reserved: u32,
        pub(crate) meta: *const Pair,
    }
    #[repr(C)]
    pub struct Option {
        pub(crate) struct_size: u32,
        pub(crate) r#type: i32,
        pub(crate) flags: u32,
        pub(crate) choice_count: u32,
        pub(crate) id: *const c_char,
        pub(crate) title: *const c_char,
        pub(crate) description: *const c_char,
        pub(crate) default_text: *const c_char,
        pub(crate) min: f64,
        pub(crate) max: f64,
        pub(crate) choices: *const *const c_char,
    }
    #[repr(C)]
    pub struct Value {
        pub(crate) struct_size: u32,
        pub(crate) is_set: i32,
        pub(crate) integer: i64,
        pub(crate) real: f64,
        pub(crate) text: Str,
        pub(crate) choice: i32,
        pub(crate) reserved: i32,
    }
    #[repr(C)]
    pub struct Sink {
        pub(crate) struct_size: u32,
        pub(crate) reserved: u32,
        pub(crate) this: *mut c_void,
        pub(crate) write: std::option::Option<unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> i32>,
    }
    #[repr(C)]
    pub struct Request {
        pub(crate) struct_size: u32,
        pub(crate) value_count: u32,
        pub(crate) document: *const Document,
        pub(crate) values: *const *const Value,
        pub(crate) language: Str,
        pub(crate) output_name: Str,
        pub(crate) output_stem: Str,
        pub(crate) source_date_epoch: i64,
        pub(crate) flags: u32,
        pub(crate) reserved: u32,
    }
    #[repr(C)]
    pub struct Host {
        pub(crate) struct_size: u32,
        pub(crate) abi_version: u32,
        pub(crate) name: Str,
        pub(crate) version: Str,
        pub(crate) log: unsafe extern "C" fn(*mut Call, i32, Str),
        pub(crate) set_error: unsafe extern "C" fn(*mut Call, i32, Str),
        pub(crate) progress: unsafe extern "C" fn(*mut Call, f64, Str) -> i32,
        pub(crate) is_cancelled: unsafe extern "C" fn(*mut Call) -> i32,
        pub(crate) meta: unsafe extern "C" fn(*const Document, *const c_char) -> Str,
        pub(crate) read_batch: unsafe extern "C" fn(*mut Call, u32, i64, i64, *mut Batch) -> i32,
        pub(crate) format_cell: unsafe extern "C" fn(*mut Call, u32, u32, i64) -> Str,
        pub(crate) format_number: unsafe extern "C" fn(*mut Call, i64, i32, i32) -> Str,
        pub(crate) format_date: unsafe extern "C" fn(*mut Call, Date, Date) -> Str,
        pub(crate) translate: unsafe extern "C" fn(*mut Call, *const c_char, *const Pair, usize) -> Str,
        pub(crate) open_artifact: unsafe extern "C" fn(*mut Call, Str, Str, *mut Sink) -> i32,
        pub(crate) close_artifact: unsafe extern "C" fn(*mut Call, *mut Sink) -> i32,
        pub(crate) get_interface: unsafe extern "C" fn(*const Host, *const c_char) -> *const c_void,
    }
    #[repr(C)]
    pub struct FileSink {
        pub(crate) struct_size: u32,
        pub(crate) reserved: u32,
        pub(crate) open_file: unsafe extern "C" fn(*mut Call, Str, Str, *mut Str) -> i32,
        pub(crate) close_file: unsafe extern "C" fn(*mut Call, Str) -> i32,
        pub(crate) temporary_folder: unsafe extern "C" fn(*mut Call) -> Str,
    }
    #[repr(C)]
    pub struct Plugin {
        pub(crate) struct_size: u32,
        pub(crate) abi_version: u32,
        pub(crate) abi_draft: u32,
        pub(crate) flags: u32,
        pub(crate) id: *const c_char,
        pub(crate) title: *const c_char,
        pub(crate) description: *const c_char,
        pub(crate) version: *const c_char,
        pub(crate) vendor: *const c_char,
        pub(crate) license: *const c_char,
        pub(crate) url: *const c_char,
        pub(crate) media_type: *const c_char,
        pub(crate) extensions: *const c_char,
        pub(crate) option_count: u32,
        pub(crate) reserved: u32,
        pub(crate) options: *const *const Option,
        pub(crate) export_document: std::option::Option<unsafe extern "C" fn(*const Plugin, *const Host, *mut Call, *const Request) -> i32>,
        pub(crate) user: *const c_void,
        pub(crate) get_interface: std::option::Option<unsafe extern "C" fn(*const Plugin, *const c_char) -> *const c_void>,
    }

    // ---- reading them

    impl Batch {
        pub(crate) fn new() -> Batch {
            let size = size_of::<Batch>() as u32;
            Batch {
                struct_size: size,
                column_count: 0,
                first_row: 0,
                row_count: 0,
                columns: ptr::null(),
                row_kind: ptr::null(),
                indent: ptr::null(),
            }
        }
    }
    static NOTHING: Static<Inline> = Static(Inline { struct_size: size_of::<Inline>() as u32, run_count: 0, runs: ptr::null() });
    impl Inline {
        /// Pieces of text in one style, and citations.
        pub fn runs(&self) -> &[Run] {
            unsafe { array(self.runs, self.run_count) }
        }
        /// The words alone; a citation is "[n]".
        pub fn plain(&self) -> String {
            let piece = |run: &Run| if run.citation == 0 { run.text().to_owned() } else { format!("[{}]", run.citation) };
            self.runs().iter().map(piece).collect()
        }
    }
    impl Legend {
        /// A sign and its meaning.
        pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
            unsafe { array(self.entries, self.entry_count) }.iter().map(|pair| (pair.key.get(), pair.value.get()))
        }
    }
    impl Cell {
        pub fn value(&self) -> super::Value<'_> {
            match self.r#type {
                _ if self.missing != ATTACHE_PRESENT => super::Value::Missing(Missing::of(self.missing)),
                ATTACHE_BOOL => super::Value::Bool(self.integer != 0),
                ATTACHE_INT64 => super::Value::Integer(self.integer),
                ATTACHE_DECIMAL => super::Value::Decimal { value: self.integer, scale: self.scale },
                ATTACHE_DOUBLE => super::Value::Real(self.real),
                ATTACHE_DATE => super::Value::Date(self.start, self.end),
                ATTACHE_TEXT => super::Value::Text(self.text.get()),
                _ => super::Value::Missing(Missing::NotAvailable),
            }
        }
    }

    /// Members that are text.
    macro_rules! texts {
        ($($name:ident: $($member:ident)*;)*) => { $(impl $name { $(pub fn $member(&self) -> &str { self.$member.get() })* })* };
    }
    texts! {
        Run: text href lang;
        ColumnInfo: id title group unit description;
        Table: id title sheet_name description;
        Cell: status printed;
        Section: title sheet_name;
        KeyFigure: label unit change_label note;
        TableRef: left_out;
        Series: name;
        Chart: title alt_text axis_unit secondary_axis_unit;
        TimelineEntry: printed_date r#type title place status;
        Quotation: speaker office context;
        ConflictClaim: statement attribution figure rank;
        Conflict: topic;
        Source: id publisher title published url accessed licence language;
    }
    /// Members that are rich text; without runs where there is none.
    macro_rules! lines {
        ($($name:ident: $($member:ident)*;)*) => {
            $(impl $name { $(pub fn $member(&self) -> &Inline { unsafe { self.$member.as_ref() }.unwrap_or(&NOTHING.0) })* })*
        };
    }
    lines! {
        Table: note;
        Heading: text;
        Paragraph: text;
        Chart: note;
        TimelineEntry: text;
        Quotation: text note;
        Note: text;
        Conflict: assessment;
        Source: text;
    }
    /// Members that are many.
    macro_rules! lists {
        ($($name:ident: $member:ident $count:ident $item:ident;)*) => {
            $(impl $name { pub fn $member(&self) -> impl Iterator<Item = &$item> { unsafe { pointers(self.$member, self.$count) } } })*
        };
    }
    lists! {
        Table: columns column_count ColumnInfo;
        List: items item_count Inline;
        KeyFigures: figures figure_count KeyFigure;
        Chart: series series_count Series;
        Timeline: entries entry_count TimelineEntry;
        Conflict: claims claim_count ConflictClaim;
        Sources: sources source_count Source;
    }
    impl KeyFigure {
        pub fn value(&self) -> &Cell {
            unsafe { &*self.value }
        }
        pub fn previous(&self) -> std::option::Option<&Cell> {
            unsafe { self.previous.as_ref() }
        }
        pub fn change(&self) -> std::option::Option<&Cell> {
            unsafe { self.change.as_ref() }
        }
    }
}

// ---- layout -----------------------------------------------------------------------------------------------------------------

/// Byte n is n: what is read at a member's address is the member's offset. (Rust has offset_of! since 1.77 only.)
#[allow(dead_code)] // used at compile time only
#[repr(C, align(16))]
struct Ruler([u8; 256]);
#[allow(dead_code)]
const RULER: Ruler = {
    let mut bytes = [0; 256];
    let mut i = 0;
    while i < 256 {
        bytes[i] = i as u8;
        i += 1;
    }
    Ruler(bytes)
};
#[allow(dead_code)]
const fn size_at<T>(_: *const T) -> usize {
    size_of::<T>()
}
macro_rules! layout {
    ($name:ident $size:literal: $($member:ident $offset:literal $bytes:literal),*) => {
        const _: () = {
            let ruler = &RULER as *const Ruler as *const abi::$name;
            assert!(size_of::<abi::$name>() == $size);
            $(
                let member = unsafe { ptr::addr_of!((*ruler).$member) };
                assert!(unsafe { *(member as *const u8) } == $offset);
                assert!(size_at(member) == $bytes);
            )*
        };
    };
}

// ---- made by sdk/abi/generate.py from attache/plugin.h; everything below is ------------------------------------------------

mod constants {
    pub const ATTACHE_DATE_NONE: i32 = 0;
    pub const ATTACHE_DATE_YEAR: i32 = 1;
    pub const ATTACHE_DATE_MONTH: i32 = 2;
    pub const ATTACHE_DATE_DAY: i32 = 3;
    pub const ATTACHE_DATE_APPROXIMATE: i32 = 1;
    pub const ATTACHE_DATE_UNCERTAIN: i32 = 2;
    pub const ATTACHE_DATE_OPEN: i32 = 4;
    pub const ATTACHE_DATE_UNSPECIFIED: i32 = 8;
    pub const ATTACHE_DATE_MASK: i32 = 112;
    pub const ATTACHE_DATE_MASK_DAY: i32 = 16;
    pub const ATTACHE_DATE_MASK_MONTH: i32 = 32;
    pub const ATTACHE_DATE_MASK_MONTH_AND_DAY: i32 = 48;
    pub const ATTACHE_DATE_MASK_DECADE: i32 = 64;
    pub const ATTACHE_DATE_MASK_CENTURY: i32 = 80;
    pub const ATTACHE_STYLE_STRONG: i32 = 1;
    pub const ATTACHE_STYLE_EMPHASIS: i32 = 2;
    pub const ATTACHE_STYLE_CODE: i32 = 4;
    pub const ATTACHE_OK: i32 = 0;
    pub const ATTACHE_CANCELLED: i32 = 1;
    pub const ATTACHE_ERR_OPTION: i32 = 2;
    pub const ATTACHE_ERR_UNSUPPORTED: i32 = 3;
    pub const ATTACHE_ERR_DATA: i32 = 4;
    pub const ATTACHE_ERR_IO: i32 = 5;
    pub const ATTACHE_ERR_MEMORY: i32 = 6;
    pub const ATTACHE_ERR_INTERNAL: i32 = 7;
    pub const ATTACHE_ERR_HOST_TOO_OLD: i32 = 8;
    pub const ATTACHE_LOG_TRACE: i32 = 0;
    pub const ATTACHE_LOG_DEBUG: i32 = 1;
    pub const ATTACHE_LOG_INFO: i32 = 2;
    pub const ATTACHE_LOG_WARN: i32 = 3;
    pub const ATTACHE_LOG_ERROR: i32 = 4;
    pub const ATTACHE_BOOL: i32 = 1;
    pub const ATTACHE_INT64: i32 = 2;
    pub const ATTACHE_DECIMAL: i32 = 3;
    pub const ATTACHE_DOUBLE: i32 = 4;
    pub const ATTACHE_DATE: i32 = 5;
    pub const ATTACHE_TEXT: i32 = 6;
    pub const ATTACHE_DICTIONARY: i32 = 7;
    pub const ATTACHE_PRESENT: i32 = 0;
    pub const ATTACHE_NOT_AVAILABLE: i32 = 1;
    pub const ATTACHE_NOT_APPLICABLE: i32 = 2;
    pub const ATTACHE_CONFIDENTIAL: i32 = 3;
    pub const ATTACHE_NOT_COLLECTED: i32 = 4;
    pub const ATTACHE_BLANK: i32 = 5;
    pub const ATTACHE_ROLE_OTHER: i32 = 0;
    pub const ATTACHE_ROLE_KEY: i32 = 1;
    pub const ATTACHE_ROLE_LABEL: i32 = 2;
    pub const ATTACHE_ROLE_PERIOD: i32 = 3;
    pub const ATTACHE_ROLE_AREA: i32 = 4;
    pub const ATTACHE_ROLE_PRODUCT: i32 = 5;
    pub const ATTACHE_ROLE_MEASURE: i32 = 6;
    pub const ATTACHE_ROLE_STATUS: i32 = 7;
    pub const ATTACHE_ROLE_CITATION: i32 = 8;
    pub const ATTACHE_ROLE_NOTE: i32 = 9;
    pub const ATTACHE_TOTAL_NONE: i32 = 0;
    pub const ATTACHE_TOTAL_SUM: i32 = 1;
    pub const ATTACHE_TOTAL_AVERAGE: i32 = 2;
    pub const ATTACHE_TOTAL_LAST: i32 = 3;
    pub const ATTACHE_TOTAL_LABEL: i32 = 4;
    pub const ATTACHE_FORMULA_NONE: i32 = 0;
    pub const ATTACHE_FORMULA_SUM: i32 = 1;
    pub const ATTACHE_FORMULA_DIFFERENCE: i32 = 2;
    pub const ATTACHE_FORMULA_PERCENT: i32 = 3;
    pub const ATTACHE_FORMULA_GROWTH: i32 = 4;
    pub const ATTACHE_FORMULA_SHARE: i32 = 5;
    pub const ATTACHE_ROW_BODY: i32 = 0;
    pub const ATTACHE_ROW_SUBTOTAL: i32 = 1;
    pub const ATTACHE_ROW_TOTAL: i32 = 2;
    pub const ATTACHE_ROW_OTHER: i32 = 3;
    pub const ATTACHE_COLUMN_DATA_ONLY: i32 = 1;
    pub const ATTACHE_COLUMN_NO_GROUPING: i32 = 2;
    pub const ATTACHE_SECTION: i32 = 1;
    pub const ATTACHE_HEADING: i32 = 2;
    pub const ATTACHE_PARAGRAPH: i32 = 3;
    pub const ATTACHE_LIST: i32 = 4;
    pub const ATTACHE_KEY_FIGURES: i32 = 5;
    pub const ATTACHE_TABLE_REF: i32 = 6;
    pub const ATTACHE_CHART: i32 = 7;
    pub const ATTACHE_TIMELINE: i32 = 8;
    pub const ATTACHE_QUOTATION: i32 = 9;
    pub const ATTACHE_NOTE: i32 = 10;
    pub const ATTACHE_CONFLICT: i32 = 11;
    pub const ATTACHE_SOURCES: i32 = 12;
    pub const ATTACHE_LEGEND: i32 = 13;
    pub const ATTACHE_PAGE_BREAK: i32 = 14;
    pub const ATTACHE_CONTENTS: i32 = 15;
    pub const ATTACHE_SECTION_NORMAL: i32 = 0;
    pub const ATTACHE_SECTION_COVER: i32 = 1;
    pub const ATTACHE_SECTION_CONTENTS: i32 = 2;
    pub const ATTACHE_SECTION_SUMMARY: i32 = 3;
    pub const ATTACHE_SECTION_NOTES: i32 = 4;
    pub const ATTACHE_SECTION_SOURCES: i32 = 5;
    pub const ATTACHE_SECTION_BOX: i32 = 6;
    pub const ATTACHE_PAGE_AUTO: i32 = 0;
    pub const ATTACHE_PAGE_NEW: i32 = 1;
    pub const ATTACHE_PAGE_KEEP_TOGETHER: i32 = 2;
    pub const ATTACHE_PAGE_LANDSCAPE: i32 = 3;
    pub const ATTACHE_SECTION_RESTRICTED: i32 = 1;
    pub const ATTACHE_PARAGRAPH_BODY: i32 = 0;
    pub const ATTACHE_PARAGRAPH_LEAD: i32 = 1;
    pub const ATTACHE_PARAGRAPH_SMALL: i32 = 2;
    pub const ATTACHE_SERIES_COLUMN: i32 = 1;
    pub const ATTACHE_SERIES_LINE: i32 = 2;
    pub const ATTACHE_SERIES_BAR: i32 = 3;
    pub const ATTACHE_SERIES_AREA: i32 = 4;
    pub const ATTACHE_SERIES_STACKED: i32 = 5;
    pub const ATTACHE_NOTE_INFO: i32 = 0;
    pub const ATTACHE_NOTE_WARNING: i32 = 1;
    pub const ATTACHE_NOTE_METHOD: i32 = 2;
    pub const ATTACHE_OPTION_BOOL: i32 = 1;
    pub const ATTACHE_OPTION_INT: i32 = 2;
    pub const ATTACHE_OPTION_FLOAT: i32 = 3;
    pub const ATTACHE_OPTION_TEXT: i32 = 4;
    pub const ATTACHE_OPTION_CHOICE: i32 = 5;
    pub const ATTACHE_OPTION_PATH: i32 = 6;
    pub const ATTACHE_OPTION_SIZE: i32 = 7;
    pub const ATTACHE_OPTION_REQUIRED: i32 = 1;
    pub const ATTACHE_OPTION_DEPRECATED: i32 = 2;
    pub const ATTACHE_REQUEST_SINGLE: i32 = 1;
    pub const ATTACHE_PLUGIN_DETERMINISTIC: i32 = 1;
    pub const ATTACHE_PLUGIN_REENTRANT: i32 = 2;
    pub const ATTACHE_PLUGIN_ALL_ROWS: i32 = 4;
    pub const ATTACHE_ABI_MAJOR: i32 = 1;
    pub const ATTACHE_ABI_DRAFT: i32 = 2;
}
layout!(Str 16: data 0 8, size 8 8);
layout!(Pair 32: key 0 16, value 16 16);
layout!(Date 8: year 0 4, month 4 1, day 5 1, precision 6 1, flags 7 1);
layout!(Run 56: text 0 16, href 16 16, style 32 4, citation 36 4, lang 40 16);
layout!(Formula 16: op 0 4, a 4 4, b 8 4, c 12 4);
layout!(ColumnInfo 144: struct_size 0 4, r#type 4 4, role 8 4, total 12 4, id 16 16, title 32 16, group 48 16, unit 64 16, description
    80 16, scale 96 4, decimals 100 4, magnitude 104 4, width_hint 108 4, status_column 112 4, citation_column 116 4, flags 120 4, formula
    124 16);
layout!(Inline 16: struct_size 0 4, run_count 4 4, runs 8 8);
layout!(Table 104: struct_size 0 4, column_count 4 4, columns 8 8, id 16 16, title 32 16, sheet_name 48 16, description 64 16, row_count
    80 8, key_columns 88 4, has_total 92 4, note 96 8);
layout!(Column 80: struct_size 0 4, r#type 4 4, length 8 8, null_count 16 8, validity 24 8, missing 32 8, values 40 8, offsets 48 8,
    dictionary_offsets 56 8, dictionary_bytes 64 8, dictionary_size 72 4, reserved 76 4);
layout!(Batch 48: struct_size 0 4, column_count 4 4, first_row 8 8, row_count 16 8, columns 24 8, row_kind 32 8, indent 40 8);
layout!(Cell 96: struct_size 0 4, r#type 4 4, missing 8 4, scale 12 4, integer 16 8, real 24 8, text 32 16, start 48 8, end 56 8, status
    64 16, printed 80 16);
layout!(Block 56: struct_size 0 4, kind 4 4, id 8 16, data 24 8, child_count 32 4, reserved 36 4, children 40 8, fallback 48 8);
layout!(Section 56: struct_size 0 4, level 4 4, title 8 16, sheet_name 24 16, role 40 4, page_hint 44 4, flags 48 4);
layout!(Heading 16: struct_size 0 4, level 4 4, text 8 8);
layout!(Paragraph 16: struct_size 0 4, role 4 4, text 8 8);
layout!(List 24: struct_size 0 4, ordered 4 4, item_count 8 4, reserved 12 4, items 16 8);
layout!(KeyFigure 104: struct_size 0 4, citation 4 4, label 8 16, unit 24 16, value 40 8, previous 48 8, change 56 8, change_label 64
    16, note 80 16, trend_table 96 4, trend_column 100 4);
layout!(KeyFigures 16: struct_size 0 4, figure_count 4 4, figures 8 8);
layout!(TableRef 32: struct_size 0 4, table 4 4, max_rows 8 8, left_out 16 16);
layout!(Series 32: struct_size 0 4, column 4 4, kind 8 4, axis 12 4, name 16 16);
layout!(Chart 120: struct_size 0 4, table 4 4, category_column 8 4, series_count 12 4, series 16 8, title 24 16, alt_text 40 16,
    axis_unit 56 16, secondary_axis_unit 72 16, zero_baseline 88 4, first_row 96 8, row_count 104 8, note 112 8);
layout!(TimelineEntry 120: struct_size 0 4, citation 4 4, start 8 8, end 16 8, printed_date 24 16, r#type 40 16, title 56 16, place 72
    16, text 88 8, planned 96 4, status 104 16);
layout!(Timeline 16: struct_size 0 4, entry_count 4 4, entries 8 8);
layout!(Quotation 72: struct_size 0 4, citation 4 4, text 8 8, speaker 16 16, office 32 16, context 48 16, note 64 8);
layout!(Note 24: struct_size 0 4, role 4 4, number 8 4, reserved 12 4, text 16 8);
layout!(ConflictClaim 80: struct_size 0 4, citation 4 4, statement 8 16, attribution 24 16, figure 40 16, rank 56 16, official 72 4,
    reserved 76 4);
layout!(Conflict 40: struct_size 0 4, claim_count 4 4, topic 8 16, claims 24 8, assessment 32 8);
layout!(Source 144: struct_size 0 4, number 4 4, id 8 16, publisher 24 16, title 40 16, published 56 16, url 72 16, accessed 88 16,
    licence 104 16, language 120 16, text 136 8);
layout!(Sources 16: struct_size 0 4, source_count 4 4, sources 8 8);
layout!(Legend 16: struct_size 0 4, entry_count 4 4, entries 8 8);
layout!(Document 40: struct_size 0 4, table_count 4 4, tables 8 8, root 16 8, meta_count 24 4, reserved 28 4, meta 32 8);
layout!(Option 72: struct_size 0 4, r#type 4 4, flags 8 4, choice_count 12 4, id 16 8, title 24 8, description 32 8, default_text 40 8,
    min 48 8, max 56 8, choices 64 8);
layout!(Value 48: struct_size 0 4, is_set 4 4, integer 8 8, real 16 8, text 24 16, choice 40 4, reserved 44 4);
layout!(Sink 24: struct_size 0 4, reserved 4 4, this 8 8, write 16 8);
layout!(Request 88: struct_size 0 4, value_count 4 4, document 8 8, values 16 8, language 24 16, output_name 40 16, output_stem 56 16,
    source_date_epoch 72 8, flags 80 4, reserved 84 4);
layout!(Host 144: struct_size 0 4, abi_version 4 4, name 8 16, version 24 16, log 40 8, set_error 48 8, progress 56 8, is_cancelled 64
    8, meta 72 8, read_batch 80 8, format_cell 88 8, format_number 96 8, format_date 104 8, translate 112 8, open_artifact 120 8,
    close_artifact 128 8, get_interface 136 8);
layout!(FileSink 32: struct_size 0 4, reserved 4 4, open_file 8 8, close_file 16 8, temporary_folder 24 8);
layout!(Plugin 128: struct_size 0 4, abi_version 4 4, abi_draft 8 4, flags 12 4, id 16 8, title 24 8, description 32 8, version 40 8,
    vendor 48 8, license 56 8, url 64 8, media_type 72 8, extensions 80 8, option_count 88 4, reserved 92 4, options 96 8, export_document
    104 8, user 112 8, get_interface 120 8);
