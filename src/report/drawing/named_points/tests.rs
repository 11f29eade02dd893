use super::*;
use crate::report::easel::paper::Paper;

type Point<'a> = (&'a str, (f32, f32));

fn of(points: &[Point<'_>]) -> NamedPoints {
    let points = points.iter();
    NamedPoints {
        points: points
            .map(|(name, place)| ((*name).to_owned(), *place))
            .collect(),
    }
}

fn drawn(all: &[&NamedPoints], last: &NamedPoints, width: u16, height: u16) -> Vec<String> {
    let (mut paper, area) = Paper::new(width, height);
    let scene = Scene {
        ground: None,
        frames: vec![last],
        all: all.to_vec(),
        beside: Vec::new(),
        number: 0,
    };
    last.draw(&scene, area, &mut paper);
    paper.rows()
}

#[test]
fn who_is_nearest_to_whom_is_told_from_the_closest_pair_on() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let table: [(&[Point<'_>], &str); 5] = [
        (&[], "Named points, it: 0 points."),
        (
            &[("a", (1.0, 1.0))],
            "Named points, it: 1 point. This was at step 4.",
        ),
        (
            &[
                ("a", (0.0, 0.0)),
                ("e", (1.0, 0.0)),
                ("b", (9.0, 0.0)),
                ("c", (9.0, 0.5)),
            ],
            "Named points, it: 4 points. b and c are nearest to each other. a and e are nearest to each other. \
             This was at step 4.",
        ),
        // b is nearest to a, but a to e.
        (
            &[("a", (0.0, 0.0)), ("e", (1.0, 0.0)), ("b", (-2.0, 0.0))],
            "Named points, it: 3 points. a and e are nearest to each other. This was at step 4.",
        ),
        (
            &[
                ("a", (0.0, nan)),
                ("e", (inf, 0.0)),
                ("b", (f32::MAX, f32::MIN)),
            ],
            "Named points, it: 3 points. This was at step 4.",
        ),
    ];
    for (points, expected) in table {
        let points = of(points);
        let told = Told {
            title: "it",
            ground: None,
            first: None,
            last: if points.points.is_empty() {
                Vec::new()
            } else {
                vec![(Some(4), &points)]
            },
        };
        assert_eq!(points.tell(&told).join("\n"), expected);
    }
}

#[test]
fn distances_are_the_same_to_the_right_and_upwards() {
    let square = of(&[
        ("a", (0.0, 0.0)),
        ("b", (1.0, 0.0)),
        ("c", (0.0, 1.0)),
        ("d", (1.0, 1.0)),
    ]);
    // Ten columns are as wide as five rows are tall.
    let rows = drawn(&[], &square, 31, 7);
    let at = |name: char| {
        let mut rows = rows.iter().enumerate();
        rows.find_map(|(row, text)| Some((text.find(name)?, row)))
    };
    let [a, b, c, d] = ['a', 'b', 'c', 'd'].map(|name| at(name).expect("it is drawn"));
    assert_eq!((a.1, b.1, c.1, d.1), (5, 5, 0, 0));
    assert_eq!((b.0 - a.0, d.0 - c.0), (10, 10));
}

#[test]
fn the_scale_is_the_same_in_all_frames() {
    let small = of(&[("a", (0.0, 0.0)), ("b", (1.0, 0.0))]);
    let large = of(&[("a", (0.0, 0.0)), ("b", (10.0, 0.0))]);
    let rows = drawn(&[&small, &large], &small, 41, 5);
    assert_eq!(rows[2].trim_start(), "a   b");
    assert_eq!(drawn(&[&small], &small, 41, 5)[2].find('b'), Some(40));
}

#[test]
fn names_that_lie_on_each_other_stand_beside_each_other_or_are_counted() {
    let two = of(&[("a", (0.0, 0.0)), ("b", (0.0, 0.0))]);
    assert_eq!(drawn(&[], &two, 11, 4)[1], "     ab");
    let many: Vec<Point<'_>> = vec![("a", (0.0, 0.0)); 9];
    let rows = drawn(&[], &of(&many), 40, 4);
    assert_eq!(rows[3], "9 names, 2 hidden behind others");
}

#[test]
fn nothing_that_arrives_makes_it_panic() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let places = [
        (0.0, 0.0),
        (nan, 1.0),
        (inf, -inf),
        (f32::MAX, f32::MIN),
        (f32::MIN, f32::MAX),
        (f32::MIN_POSITIVE, 1e-45),
    ];
    let names = [
        "",
        "a",
        "a name that is longer than any",
        "长安一片月",
        "\u{7}",
    ];
    for count in 0..=places.len() {
        let points = places.iter().take(count).enumerate();
        let points: Vec<Point<'_>> = points.map(|(at, it)| (names[at % 5], *it)).collect();
        let points = of(&points);
        for (width, height) in [(1, 1), (2, 1), (1, 9), (3, 2), (200, 60)] {
            drawn(&[&points], &points, width, height);
        }
    }
}
