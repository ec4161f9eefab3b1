//! A guest that is given resources by its host: it passes on, keeps and drops them.

wit_bindgen::generate!({
    path: "../../wit/host-resources.wit",
    inline: "
        package fidius:host-resources-guest;

        world guest {
            import fidius:host-resources/files@0.1.0;
            import fidius:host-resources/cabinet@0.1.0;
            export fidius:host-resources/work@0.1.0;
        }
    ",
    world: "fidius:host-resources-guest/guest",
    generate_all,
});

mod lent;

use std::cell::RefCell;

use exports::fidius::host_resources::work::{Entry, File, Guest, Pair, Source};
use fidius::host_resources::{cabinet, files};

thread_local! {
    static KEPT: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

struct Work;

impl Guest for Work {
    fn create(path: String) -> File {
        File::new(&path)
    }

    fn read(file: &File, offset: u64, length: u32) -> Result<Vec<u8>, String> {
        file.read(offset, length)
    }

    fn write(file: &File, data: Vec<u8>) -> u32 {
        file.write(&data)
    }

    fn size(file: &File) -> u64 {
        file.size()
    }

    fn copy(from: &File, to: &File) -> u64 {
        File::copy(from, to)
    }

    fn join(a: File, b: File) -> File {
        File::join(a, b)
    }

    fn open(path: String) -> Result<File, String> {
        files::open(&path)
    }

    fn open_all(paths: Vec<String>) -> Vec<File> {
        files::open_all(&paths)
    }

    fn make_entry(name: String) -> Entry {
        files::make_entry(&name)
    }

    fn take_entries(entries: Vec<Entry>) -> Option<File> {
        files::take_entries(entries)
    }

    fn compare(pair: Pair<'_>) -> bool {
        files::compare(&pair)
    }

    fn settle(source: Source) -> Source {
        files::settle(source)
    }

    fn measure(file: Option<&File>) -> Option<u64> {
        files::measure(file)
    }

    fn split(file: File, at: u64) -> (File, File) {
        files::split(file, at)
    }

    fn append(files: (File, &File)) -> File {
        files::append(files)
    }

    fn flip(file: Result<File, File>) -> Result<File, File> {
        files::flip(file)
    }

    fn put(file: File) -> u32 {
        cabinet::put(file)
    }

    fn take(number: u32) -> Option<File> {
        cabinet::take(number)
    }

    fn label(file: &File) -> String {
        cabinet::label(file)
    }

    fn pass(f: File) -> File {
        f
    }

    fn peek(f: &File) -> u64 {
        f.size()
    }

    fn swap((a, b): (File, File)) -> (File, File) {
        (b, a)
    }

    fn keep(f: File) {
        KEPT.with_borrow_mut(|kept| kept.push(f));
    }

    fn kept() -> u32 {
        KEPT.with_borrow(Vec::len) as u32
    }

    fn drop_kept() {
        // Taken out first: closing calls the host, which may call again.
        drop(KEPT.take());
    }

    fn churn(n: u32) -> u64 {
        (0..n)
            .map(|_| files::open("churn").expect("`churn` opens").size())
            .sum()
    }
}

export!(Work);
