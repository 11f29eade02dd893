//! How `reliability`, `calibration_error`, `negative_log_likelihood` and `best_temperature` are checked.

#[path = "../../solutions/06_evaluation/calibration.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod calibration_bins;
mod calibration_temperature;

fn main() {
    calibration_temperature::after(calibration_bins::check()).run()
}
