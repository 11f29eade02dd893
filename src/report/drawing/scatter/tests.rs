use super::*;

#[test]
fn of_very_many_points_some_are_kept() {
    let mut plane = Plane::Scatter(Scatter {
        x: "x".to_owned(),
        y: "y".to_owned(),
        points: vec![(0.0, 0.0); 2500],
    });
    plane.limit();
    let Plane::Scatter(Scatter { points, .. }) = plane else {
        panic!("the points are gone");
    };
    assert_eq!(points.len(), 834);
}

#[test]
fn of_a_curve_is_drawn_what_lies_in_the_picture() {
    let points = vec![
        (0.0, 0.5),
        (1.0, 1.5),
        (2.0, f32::NAN),
        (2.5, 0.5),
        (3.0, 0.0),
        (4.0, 1.0),
        (9.0, 1.0),
    ];
    let curve = Graph { points };
    let pieces = [
        vec![(0.0, 0.5), (0.5, 1.0)],
        vec![(2.5, 0.5), (3.0, 0.0), (4.0, 1.0)],
    ];
    assert_eq!(curve.within([0.0, 4.0], [0.0, 1.0]), pieces);
    assert_eq!(curve.heights(), Some((0.0, 1.5)));
    let nowhere = Graph {
        points: vec![(0.0, f32::INFINITY)],
    };
    assert_eq!(nowhere.heights(), None);
}

#[test]
fn a_line_is_drawn_as_far_as_it_lies_in_the_picture() {
    let line = |from, to| clipped(from, to, [0.0, 1.0]);
    assert_eq!(
        line((0.0, 0.0), (2.0, 2.0)),
        Some(vec![(0.0, 0.0), (1.0, 1.0)])
    );
    assert_eq!(
        line((0.0, -1.0), (2.0, 1.0)),
        Some(vec![(1.0, 0.0), (2.0, 1.0)])
    );
    assert_eq!(
        line((0.0, 0.5), (2.0, 0.5)),
        Some(vec![(0.0, 0.5), (2.0, 0.5)])
    );
    assert_eq!(line((0.0, 5.0), (2.0, 7.0)), None);
    assert_eq!(line((0.0, 5.0), (2.0, 5.0)), None);
}
