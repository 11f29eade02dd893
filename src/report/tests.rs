//! What is true of every drawing, whoever writes it.

use std::collections::BTreeMap;

use super::*;
use crate::report::easel::paper::Paper;

/// Bytes from which the wildest drawings follow: small counts, and numbers that are NaN, infinite, huge or tiny.
const WILD: [u8; 16] = [
    0, 0, 0, 1, 1, 2, 2, 3, 4, 9, 0x3f, 0x7f, 0x7f, 0x80, 0xc0, 0xff,
];

/// Whatever can be opened under any of the names, from bytes that nobody has written.
fn wild() -> Vec<Drawing> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut byte = || {
        // xorshift: the same bytes in every run.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        WILD[(state >> 32) as usize % WILD.len()]
    };
    let mut found = Vec::new();
    for _ in 0..1_500 {
        let bytes: Vec<u8> = (0..64).map(|_| byte()).collect();
        for name in Drawing::NAMES {
            // At most one of them ends where the drawing ends.
            let opened = (0..=bytes.len()).find_map(|end| {
                Drawing::open(&Sealed {
                    name: (*name).to_owned(),
                    bytes: bytes[..end].to_vec(),
                })
            });
            found.extend(opened);
        }
    }
    found
}

#[test]
fn every_drawing_travels_under_a_name_of_its_own() {
    let mut names = Drawing::NAMES.to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Drawing::NAMES.len());
}

#[test]
fn whatever_arrives_under_the_name_of_a_drawing_can_be_told_and_drawn_at_any_size() {
    let mut opened: BTreeMap<String, usize> = BTreeMap::new();
    for mut drawing in wild() {
        let name = drawing.seal().expect("it can be written down").name;
        *opened.entry(name).or_default() += 1;
        drawing.texts(&mut |text, _| *text = text.chars().take(20).collect());
        let ground = (drawing.lies() == Lies::Under).then_some(&drawing);
        let told = Told {
            title: "it",
            ground,
            first: Some(&drawing),
            last: vec![(Some(3), &drawing)],
        };
        drawing.tell(&told);
        assert!(drawing.bytes() < 1 << 20);
        for number in [0, 1, usize::MAX - 1] {
            let scene = Scene {
                ground,
                frames: vec![&drawing],
                all: vec![&drawing, &drawing],
                beside: vec![vec![&drawing]],
                number,
            };
            drawing.caption(&scene);
            for (width, height) in [(1, 1), (3, 2), (12, 4), (40, 12), (120, 40)] {
                let (mut paper, area) = Paper::new(width, height);
                drawing.rows(width.into(), height.into(), &paper);
                drawing.draw(&scene, area, &mut paper);
            }
        }
    }
    for name in Drawing::NAMES {
        let count = opened.get(*name).copied().unwrap_or(0);
        assert!(count > 20, "{name}: {count}");
    }
}

#[test]
fn a_name_that_nobody_knows_and_bytes_of_something_else_open_nothing() {
    for (name, bytes) in [("nobody", vec![0]), ("bars", vec![1]), ("bars", vec![0, 0])] {
        let name = name.to_owned();
        assert_eq!(Drawing::open(&Sealed { name, bytes }), None);
    }
}
