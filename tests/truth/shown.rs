//! What a show draws and reports.

use std::sync::{Arc, Mutex, PoisonError};

use gradlings::report::{Drawing, HeatMap, Report, with_receiver};

/// Who hears what is reported is one for the whole process, and tests run side by side.
static ALONE: Mutex<()> = Mutex::new(());

/// Everything that `show` reports.
pub fn reports(show: impl FnOnce()) -> Vec<Report> {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let found = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&found);
    let receiver = move |report| kept.lock().expect("one thread").push(report);
    with_receiver(receiver, show);
    let found = found.lock().expect("one thread");
    found.clone()
}

/// The titles and the rows of its heat maps.
pub fn heat_maps(show: impl FnOnce()) -> Vec<(String, Vec<Vec<f32>>)> {
    let map = |report| {
        let Report::Frame(frame) = report else {
            return None;
        };
        let Some(Drawing::HeatMap(HeatMap(grid))) = Drawing::open(&frame.drawing) else {
            return None;
        };
        let rows = grid.values.chunks(grid.columns).map(<[f32]>::to_vec);
        Some((frame.title, rows.collect()))
    };
    reports(show).into_iter().filter_map(map).collect()
}
