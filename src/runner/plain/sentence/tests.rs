//! Curves in words.

use super::*;

#[test]
fn a_curve_ends_in_words_beside_the_reference() {
    let mut series = Series::new("loss");
    for value in [2.0, f32::NAN, 0.5] {
        series.add(value);
    }
    let reference = Curve {
        series: "loss".to_owned(),
        points: vec![(0, 2.0), (1, 0.25)],
    };
    assert_eq!(
        series.end(&[reference]),
        "loss ended at 0.5. That of the reference ended at 0.25. 1 of its 3 values was NaN or infinite."
    );
}
