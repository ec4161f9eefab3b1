//! All rows, by criterion and in the table.

use std::time::Duration;

use criterion::{Criterion, SamplingMode};

use crate::row::Row;
use crate::table;

pub fn run(mut rows: Vec<Row<'_>>) {
    let mut criterion = Criterion::default().configure_from_args();
    for row in &mut rows {
        measure(row, &mut criterion);
    }
    criterion.final_summary();
    if is_for_times() {
        // Those that the filter, which is criterion's, has let through.
        rows.retain(|row| row.was_run);
        table::print(&rows);
    }
}

/// Whether the program was started for times: by `cargo bench`, with no argument that asks for something else.
fn is_for_times() -> bool {
    let mut for_times = false;
    for argument in std::env::args() {
        match &*argument {
            "--bench" => for_times = true,
            "--test" | "--list" | "--profile-time" => return false,
            _ => {}
        }
    }
    for_times
}

fn measure(row: &mut Row<'_>, criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group(&row.name);
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(20)
        .nresamples(5_000)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400));
    for contestant in &row.contestants {
        // Criterion asks more than once, and not at all where the filter is against it.
        let mut run = None;
        group.bench_function(contestant.name, |bencher| {
            row.was_run = true;
            bencher.iter_custom(run.get_or_insert_with(&contestant.set_up));
        });
    }
    group.finish();
}
