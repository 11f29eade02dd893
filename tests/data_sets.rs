//! The data sets that ship, and how damaged files are refused.

use std::collections::HashSet;
use std::io::Write;

use course::penguins::{self, Island, Sex, Species};
use course::sounds::{from_wav, spoken_six};
use course::{Digits, Idx, Recurrent, Spoken, mnist, names, spirals, spoken};
use dfdx::prelude::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use gradlings::values::Wire;

#[test]
fn the_training_digits_are_the_first_ten_thousand_of_mnist() {
    let digits = mnist::training();
    assert_eq!((digits.len(), digits.images.len()), (10_000, 7_840_000));
    assert_eq!(digits.labels[..10], [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    let mean = digits
        .images
        .iter()
        .map(|&pixel| f64::from(pixel))
        .sum::<f64>()
        / 255.0
        / 7_840_000.0;
    assert!((mean - MEAN).abs() < 5e-6, "the mean is {mean}");
    let mut counts = [0; 10];
    digits
        .labels
        .iter()
        .for_each(|&label| counts[usize::from(label)] += 1);
    assert_eq!(counts, COUNTS);
}

/// Of the first 10,000; the whole training set has 0.13066.
const MEAN: f64 = 0.13113;
const COUNTS: [usize; 10] = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];

#[test]
fn the_held_out_digits_start_as_the_test_set_of_mnist() {
    let digits = Digits::from_gz(
        include_bytes!("../checks/held_out/mnist-test-images.idx.gz"),
        include_bytes!("../checks/held_out/mnist-test-labels.idx.gz"),
    )
    .expect("the files are sound");
    assert_eq!(digits.len(), 2_000);
    assert_eq!(digits.labels[..10], [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
}

#[test]
fn images_become_tensors_in_the_order_asked_for() {
    let dev = Cpu::default();
    let digits = mnist::training();
    let images = digits.images_tensor(&dev, &[3, 0]);
    assert_eq!(images.shape().0, 2);
    let pixels = images.as_vec();
    let expected: Vec<f32> = digits
        .image(3)
        .iter()
        .chain(digits.image(0))
        .map(|&p| f32::from(p) / 255.0)
        .collect();
    assert_eq!(pixels, expected);
    assert!(pixels.contains(&1.0) || pixels.iter().any(|p| *p > 0.9));
    assert_eq!(digits.labels_at(&[3, 0]), [1, 5]);
    assert_eq!(
        digits.one_hot(&dev, &[1]).as_vec(),
        [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    );
}

#[test]
fn digits_split_without_loss_or_overlap() {
    let digits = mnist::training().range(10..30);
    let (first, second) = digits.split_at(8);
    assert_eq!((first.len(), second.len()), (8, 12));
    assert_eq!([first.labels, second.labels].concat(), digits.labels);
    assert_eq!([first.images, second.images].concat(), digits.images);
    assert!(digits.range(3..3).is_empty());
}

fn idx(sizes: &[u32], values: usize) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8, sizes.len() as u8];
    sizes
        .iter()
        .for_each(|size| bytes.extend(size.to_be_bytes()));
    bytes.extend((0..values).map(|i| i as u8));
    bytes
}

#[test]
fn idx_files_are_read_as_they_are_written() {
    let read = Idx::parse(&idx(&[2, 3], 6)).expect("it is sound");
    assert_eq!(
        (read.sizes, read.values),
        (vec![2, 3], vec![0, 1, 2, 3, 4, 5])
    );
}

#[test]
fn damaged_idx_files_are_refused_in_sentences() {
    let mut floats = idx(&[1], 1);
    floats[2] = 0x0d;
    let mut short = idx(&[2, 2], 4);
    short.truncate(9);
    let cases: [(&str, Vec<u8>, &str); 7] = [
        (
            "empty",
            vec![],
            "An IDX file starts with 4 bytes of header, but this has 0 in all.",
        ),
        (
            "gzip",
            vec![0x1f, 0x8b, 8, 0, 0],
            "An IDX file starts with two zero bytes, and this one does not: is it still compressed?",
        ),
        (
            "floats",
            floats,
            "This IDX file holds numbers of type 0x0d; only unsigned bytes (0x08) are read here.",
        ),
        (
            "no sizes",
            short,
            "The header announces 2 dimensions, but the file ends before their sizes do.",
        ),
        (
            "too few",
            idx(&[2, 3], 5),
            "The header announces 2 x 3 bytes, but the file holds 5.",
        ),
        (
            "too many",
            idx(&[2, 3], 7),
            "The header announces 2 x 3 bytes, but the file holds 7.",
        ),
        (
            "immense",
            idx(&[u32::MAX; 3], 0),
            "The header announces 4294967295 x 4294967295 x 4294967295 bytes, but the file holds 0.",
        ),
    ];
    for (name, bytes, sentence) in cases {
        assert_eq!(
            Idx::parse(&bytes).expect_err(name).to_string(),
            sentence,
            "{name}"
        );
    }
    let error = Idx::from_gz(b"no gzip at all")
        .expect_err("it is not gzip")
        .to_string();
    assert!(
        error.starts_with("The gzip file cannot be unpacked: ") && error.ends_with('.'),
        "{error}"
    );
}

#[test]
fn digits_that_do_not_fit_together_are_refused_in_sentences() {
    let gz = |bytes: Vec<u8>| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder
            .write_all(&bytes)
            .and_then(|()| encoder.finish())
            .expect("memory takes everything")
    };
    let images = gz(idx(&[2, 28, 28], 1568));
    let cases = [
        (
            gz(idx(&[2, 28, 27], 1512)),
            gz(idx(&[2], 2)),
            "Images of digits are count x 28 x 28, but this file is [2, 28, 27].",
        ),
        (
            images.clone(),
            gz(idx(&[3], 3)),
            "There are 2 images, so there must be 2 labels, but that file is [3].",
        ),
        (
            gz(idx(&[12, 28, 28], 9408)),
            gz(idx(&[12], 12)),
            "A label is a digit from 0 to 9, but label 10 is 10.",
        ),
    ];
    for (images, labels, sentence) in cases {
        assert_eq!(
            Digits::from_gz(&images, &labels)
                .expect_err(sentence)
                .to_string(),
            sentence
        );
    }
    assert_eq!(
        Digits::from_gz(&images, &gz(idx(&[2], 2))).map(|digits| digits.labels),
        Ok(vec![0, 1])
    );
}

#[test]
fn the_penguins_are_all_there_with_their_gaps() {
    let penguins = penguins::all();
    assert_eq!(penguins.len(), 344);
    let of = |species| penguins.iter().filter(|p| p.species == species).count();
    assert_eq!(
        [Species::Adelie, Species::Chinstrap, Species::Gentoo].map(of),
        [152, 68, 124]
    );
    assert_eq!(
        penguins
            .iter()
            .filter(|p| p.sex.is_none() || p.measurements().contains(&None))
            .count(),
        11
    );
    let first = penguins[0];
    assert_eq!(
        (first.island, first.sex, first.year),
        (Island::Torgersen, Some(Sex::Male), 2007)
    );
    assert_eq!(
        first.measurements(),
        [Some(39.1), Some(18.7), Some(181.0), Some(3750.0)]
    );
    assert_eq!(penguins[3].measurements(), [None; 4]);
}

#[test]
fn damaged_penguins_are_refused_with_their_line() {
    let header =
        "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year";
    let cases = [
        (
            "Emu,Dream,1,2,3,4,male,2007",
            "Line 2 of the penguins: \"Emu\" is no species.",
        ),
        (
            "Adelie,Dream,1,2,3,4,male",
            "Line 2 of the penguins: there are 8 columns, but this line has 7.",
        ),
        (
            "Adelie,Dream,1,2,inf,4,male,2007",
            "Line 2 of the penguins: \"inf\" is neither a measurement nor NA.",
        ),
        (
            "Adelie,Dream,1,2,3,4,male,soon",
            "Line 2 of the penguins: \"soon\" is no year.",
        ),
    ];
    for (line, sentence) in cases {
        assert_eq!(
            penguins::parse(&format!("{header}\n{line}\n"))
                .expect_err(line)
                .to_string(),
            sentence
        );
    }
    assert!(penguins::parse("a,b\n").is_err());
}

#[test]
fn spirals_repeat_with_their_seed_and_stay_in_the_circle_without_noise() {
    let calm = spirals(3, 50, 0.0, 1);
    assert_eq!((calm.points.len(), calm.arms.len()), (150, 150));
    assert!(calm.points.iter().all(|[x, y]| x.hypot(*y) <= 1.0 + 1e-6));
    assert_eq!(calm.arms[149], 2);
    assert_eq!(spirals(3, 50, 0.1, 1), spirals(3, 50, 0.1, 1));
    assert_ne!(spirals(3, 50, 0.1, 1), spirals(3, 50, 0.1, 2));
}

#[test]
fn the_one_digit_is_the_sixth_of_the_training_set() {
    assert_eq!(mnist::one_digit()[..], *mnist::training().image(5));
}

#[test]
fn no_name_that_is_kept_back_is_among_the_others() {
    let training = names::training();
    let held_out: Vec<&str> = include_str!("../checks/held_out/names.txt")
        .lines()
        .collect();
    assert_eq!((training.len(), held_out.len()), (4_647, 516));
    let lower = |name: &str| name.bytes().all(|letter| letter.is_ascii_lowercase());
    assert!(
        training
            .iter()
            .all(|name| lower(name) && (2..=11).contains(&name.len()))
    );
    assert!(
        held_out
            .iter()
            .all(|name| lower(name) && !training.iter().any(|other| other == name))
    );
}

#[test]
fn no_spoken_digit_that_is_kept_back_is_among_the_others() {
    let training = spoken::training();
    let held_out = Spoken::from_gz(
        include_bytes!("../checks/held_out/spoken-test-images.idx.gz"),
        include_bytes!("../checks/held_out/spoken-test-labels.idx.gz"),
    )
    .expect("the files are sound");
    let both = [(&training, 98), (&held_out, 12)];
    for (set, of_each) in both {
        for digit in 0..10 {
            let count = set.labels.iter().filter(|label| **label == digit).count();
            assert_eq!(count, of_each, "of digit {digit}");
        }
    }
    let pictures = both
        .iter()
        .flat_map(|(set, _)| (0..set.len()).map(|i| set.picture(i)));
    let different: HashSet<&[u8]> = pictures.collect();
    assert_eq!(different.len(), 980 + 120);
}

#[test]
fn spoken_digits_become_tensors_and_travel_whole() {
    let some = spoken::training().range(3..7);
    assert_eq!((some.len(), some.is_empty()), (4, false));
    let (first, rest) = some.split_at(1);
    assert_eq!([first.labels, rest.labels].concat(), some.labels);
    let x = some.pictures_tensor(&Cpu::default(), &[2, 0]).as_vec();
    let levels = some.picture(2).iter().chain(some.picture(0));
    assert!(levels.map(|level| f32::from(*level) / 255.0).eq(x));
    let rows = some.one_hot(&Cpu::default(), &[1]).as_vec();
    assert_eq!(rows.iter().sum::<f32>(), 1.0);
    assert_eq!(rows[some.labels_at(&[1])[0]], 1.0);
    assert_eq!(Spoken::from_value(some.clone().into_value()), Ok(some));
}

#[test]
fn pictures_of_another_size_or_without_labels_are_refused() {
    let digits = include_bytes!("../checks/held_out/mnist-test-images.idx.gz");
    let labels = include_bytes!("../checks/held_out/mnist-test-labels.idx.gz");
    let pictures = include_bytes!("../checks/held_out/spoken-test-images.idx.gz");
    let told = |of: &[u8]| {
        Spoken::from_gz(of, labels)
            .expect_err("refused")
            .to_string()
    };
    assert!(told(digits).contains("24 x 32"), "{}", told(digits));
    assert!(told(pictures).contains("120 labels"), "{}", told(pictures));
}

#[test]
fn letters_are_numbers_from_1_and_rows_with_a_1_in_their_place() {
    assert_eq!(names::numbers("abz"), [1, 2, 26]);
    assert!(names::numbers("A-é").is_empty());
    let rows = names::one_hot(&[Some(0), None, Some(26), Some(27)]).as_vec();
    let ones: Vec<usize> = (0..rows.len()).filter(|&at| rows[at] == 1.0).collect();
    assert_eq!((rows.len(), ones), (4 * 27, vec![0, 2 * 27 + 26]));
    assert_eq!(rows.iter().sum::<f32>(), 2.0);
}

#[test]
fn names_are_written_until_their_end_is_drawn() {
    let mut random = gradlings::prelude::random(3);
    let weights = Recurrent::new(names::SYMBOLS, 2, names::SYMBOLS, &mut random);
    // Whatever the state is, the symbol of that number comes next.
    let always = |symbol: usize| {
        let mut numbers: Vec<Vec<f32>> = weights.numbers();
        numbers
            .iter_mut()
            .flatten()
            .for_each(|number| *number = 0.0);
        numbers[4][symbol] = 1e4;
        names::invent(&weights.with(numbers), 2, |_, states| states)
    };
    assert_eq!(always(3), "cccccccccccccccc\ncccccccccccccccc");
    assert_eq!(always(0), "\n");
    let invent = || names::invent(&weights, 5, |_, states| states);
    assert_eq!(invent(), invent());
}

#[test]
fn the_weights_of_a_recurrent_network_travel_as_one_value() {
    let mut random = gradlings::prelude::random(4);
    let weights = Recurrent::new(5, 3, 4, &mut random);
    let back = Recurrent::from_value(weights.clone().into_value()).expect("it is whole");
    assert_eq!(back.numbers(), weights.numbers());
    assert_eq!((*back.w.shape(), *back.v.shape()), ((5, 3), (3, 4)));
    let gradwise = weights.gradients(dfdx::tensor::Gradients::leaky());
    let zeros = |list: &Vec<f32>| vec![0.0; list.len()];
    assert_eq!(
        gradwise,
        weights.numbers().iter().map(zeros).collect::<Vec<_>>()
    );
    let lists = vec![vec![1.0f32]; 5].into_value();
    assert!(Recurrent::from_value(lists).is_err());
}

#[test]
fn the_spoken_digit_is_half_a_second_of_sound() {
    let sound = spoken_six();
    let samples = sound.samples.data();
    assert_eq!((sound.rate, samples.len()), (22_050, 10_040));
    let peak = samples.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    assert!((0.2..0.3).contains(&peak), "{peak}");
}

/// A WAV file: its format, then a chunk of another kind, then its samples.
fn wav(channels: u16, bits: u16, samples: &[i16]) -> Vec<u8> {
    let mut bytes = b"RIFF....WAVEfmt ".to_vec();
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend(
        [1_u16, channels, 8000, 0, 0, 0, 2, bits]
            .map(u16::to_le_bytes)
            .concat(),
    );
    bytes.extend(b"LIST\x03\0\0\0abc\0data");
    bytes.extend((2 * samples.len() as u32).to_le_bytes());
    bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    bytes
}

#[test]
fn wav_files_are_read_or_refused_in_a_sentence() {
    let sound = from_wav(&wav(1, 16, &[0, 16_384, -32_768])).expect("it is sound");
    assert_eq!(
        (sound.rate, sound.samples.data()),
        (8000, &[0.0, 0.5, -1.0][..])
    );
    let right = wav(1, 16, &[1, 2, 3]);
    let table: [(Vec<u8>, &str); 6] = [
        (vec![], "begins with RIFF"),
        (b"RIFF....AVI ".to_vec(), "begins with RIFF"),
        (wav(2, 16, &[1, 2]), "one channel and 16 bits"),
        (wav(1, 8, &[1]), "one channel and 16 bits"),
        (right[..right.len() - 1].to_vec(), "ends in the middle"),
        (right[..40].to_vec(), "has no samples"),
    ];
    for (bytes, said) in table {
        let why = from_wav(&bytes).expect_err(said).to_string();
        assert!(why.contains(said), "{why}");
    }
}
