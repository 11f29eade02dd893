use super::*;
use crate::report::easel::paper::Paper;

fn told(waves: &Waves) -> String {
    let told = Told {
        title: "it",
        ground: None,
        first: None,
        last: vec![(Some(4), waves)],
    };
    waves.tell(&told).join("\n")
}

fn drawn(waves: &Waves, width: u16, height: u16) -> Vec<String> {
    let (mut paper, area) = Paper::new(width, height);
    let scene = Scene {
        ground: None,
        frames: vec![waves],
        all: vec![waves],
        beside: Vec::new(),
        number: 0,
    };
    waves.draw(&scene, area, &mut paper);
    paper.rows()
}

#[test]
fn a_spike_survives_however_long_the_signal_is() {
    let mut samples = vec![0.25; 1_000_000];
    samples[777_777] = -9.0;
    let waves = Waves::of(&[("long", &samples), ("short", &samples[..10])], None);
    assert!(waves.waves[0].stretches.len() <= STRETCHES);
    assert_eq!(waves.waves[1].stretches.len(), 1);
    assert_eq!(waves.waves[0].range(), Some((-9.0, 0.25)));
}

#[test]
fn what_is_told_is_how_long_it_is_and_how_far_it_goes() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    type Signals<'a> = &'a [(&'a str, &'a [f32])];
    let table: [(Signals<'_>, Option<usize>, &str); 6] = [
        (&[], None, "Waves, it: there are none."),
        (
            &[("a", &[0.5, -0.5])],
            None,
            "Waves, it: 2 samples. a goes from -0.5 to 0.5. This was at step 4.",
        ),
        (
            &[("a", &[1.0; 4])],
            Some(2),
            "Waves, it: 4 samples in 2.00 s. a goes from 1 to 1. This was at step 4.",
        ),
        (
            &[("a", &[1.0, nan]), ("b", &[2.0, inf, -inf])],
            Some(0),
            "Waves, it: 3 samples. a goes from 1 to 1. 1 of its samples is NaN or infinite. \
             b goes from 2 to 2. 2 of its samples are NaN or infinite. This was at step 4.",
        ),
        (
            &[("a", &[nan, nan])],
            None,
            "Waves, it: 2 samples. No sample of a is finite. This was at step 4.",
        ),
        (
            &[("a", &[f32::MAX, f32::MIN])],
            None,
            "Waves, it: 2 samples. a goes from -3.4e38 to 3.4e38. This was at step 4.",
        ),
    ];
    for (signals, rate, expected) in table {
        assert_eq!(told(&Waves::of(signals, rate)), expected);
    }
}

#[test]
fn signals_stand_below_each_other_where_there_is_room_and_else_over_each_other() {
    let (rises, falls) = ([-1.0, 0.0, 1.0], [1.0, 0.0, -1.0]);
    let waves = Waves::of(&[("rises", &rises), ("falls", &falls)], Some(2));
    let below = drawn(&waves, 30, 14);
    assert_eq!(below[0], "rises");
    assert!(below[1].starts_with(" 1.0000") && below[1].ends_with('*'));
    assert_eq!(below[7], "falls");
    assert!(below[8].starts_with(" 1.0000  o"));
    assert!(below[13].ends_with("1.50 s"), "{below:?}");
    let over = drawn(&waves, 30, 7);
    assert_eq!(over[0], "rises  falls");
    assert!(over[1].contains('o') && over[1].ends_with('*'), "{over:?}");
}

#[test]
fn a_gap_in_a_signal_is_a_gap_in_its_curve() {
    let waves = Waves::of(&[("a", &[0.0, f32::NAN, 1.0, 2.0])], None);
    assert_eq!(
        waves.waves[0].parts(),
        [vec![(0.0, 0.0)], vec![(2.0, 1.0), (3.0, 2.0)]]
    );
}

#[test]
fn nothing_the_same_everywhere_and_the_ends_of_f32_can_be_drawn() {
    let wild: [&[f32]; 5] = [&[], &[f32::NAN], &[3.0; 9], &[f32::MAX, f32::MIN], &[1e-45]];
    for samples in wild {
        let waves = Waves::of(&[("a", samples), ("b", &[])], Some(usize::MAX));
        for (width, height) in [(1, 1), (16, 6), (120, 40)] {
            drawn(&waves, width, height);
        }
    }
    let flat = drawn(&Waves::of(&[("a", &[3.0; 9])], None), 30, 8);
    assert!(flat[3].ends_with('*'), "in the middle: {flat:?}");
    assert_eq!(drawn(&Waves::of(&[], None), 20, 3)[0], "no finite number");
}

#[test]
fn what_claims_to_be_more_is_cut_to_what_can_be_seen() {
    let wave = Wave {
        name: "a".to_owned(),
        stretches: vec![(0.0, 1.0); 5 * STRETCHES],
        lost: usize::MAX,
    };
    let mut waves = Waves {
        waves: vec![wave; 9],
        samples: usize::MAX,
        rate: Some(1),
    };
    waves.limit();
    assert_eq!(waves.waves.len(), MOST);
    assert_eq!(waves.waves[0].stretches.len(), STRETCHES);
    drawn(&waves, 80, 24);
    assert!(told(&waves).contains(&usize::MAX.to_string()));
}
