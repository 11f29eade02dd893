use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use tempfile::TempDir;

use super::*;
use crate::wire::Table;

/// A folder with these files.
fn folder(files: &[(&str, Vec<u8>)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    folder
}

/// What comes of one file of this name.
fn of_one(name: &str, bytes: &[u8]) -> Result<Given, String> {
    let folder = folder(&[(name, bytes.to_owned())]);
    let mut files = Files::of(&[folder.path().join(name)]).expect("it is there");
    let given = files.next().expect("one file");
    assert!(files.next().is_none());
    given
}

/// Two pixels: half transparent red, and blue.
fn image(format: ImageFormat) -> Vec<u8> {
    let mut image = RgbaImage::new(2, 1);
    image.put_pixel(0, 0, Rgba([255, 0, 0, 128]));
    image.put_pixel(1, 0, Rgba([0, 0, 255, 255]));
    let image = DynamicImage::from(image);
    let image = match format {
        ImageFormat::Png => image,
        _ => DynamicImage::from(image.to_rgb8()),
    };
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

/// A WAV file with these samples of 16 bits.
fn wav(rate: u32, channels: u16, samples: &[i16]) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels,
        sample_rate: rate,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).expect("a header");
    for sample in samples {
        writer.write_sample(*sample).expect("written");
    }
    writer.finalize().expect("ended");
    bytes.into_inner()
}

use hound::SampleFormat;

#[test]
fn images_become_red_green_and_blue_on_white() {
    let pixels = |name: &str, bytes: &[u8]| match of_one(name, bytes).expect("an image").content {
        Content::Image(image) => (image.pixels.shape().to_owned(), image.pixels.into_data()),
        other => panic!("{other:?}"),
    };
    let (shape, png) = pixels("a.png", &image(ImageFormat::Png));
    assert_eq!(
        (shape, png),
        (vec![1, 2, 3], vec![255, 127, 127, 0, 0, 255])
    );
    // By its content, whatever it is called.
    let (shape, _) = pixels("photo", &image(ImageFormat::Jpeg));
    assert_eq!(shape, [1, 2, 3]);
    let (shape, gray) = pixels("a.pgm", b"P2\n2 2\n10\n0 5 10 10\n");
    let right = [0, 127, 255, 255].map(|gray| [gray; 3]).concat();
    assert_eq!(shape, [2, 2, 3]);
    assert!(
        gray.iter()
            .zip(&right)
            .all(|(one, other)| one.abs_diff(*other) <= 1),
        "{gray:?}"
    );
}

#[test]
fn sounds_lie_between_minus_one_and_one_and_have_one_channel() {
    let sound = |bytes: &[u8]| match of_one("a.wav", bytes).expect("a sound").content {
        Content::Sound(sound) => (sound.rate, sound.samples.into_data()),
        other => panic!("{other:?}"),
    };
    let one = sound(&wav(8000, 1, &[0, i16::MIN, 16384]));
    assert_eq!(one, (8000, vec![0.0, -1.0, 0.5]));
    let two = sound(&wav(44100, 2, &[16384, 0, -16384, -16384]));
    assert_eq!(two, (44100, vec![0.25, -0.5]));
}

#[test]
fn tables_have_a_header_and_their_own_delimiter() {
    let right = Table {
        header: vec!["a".to_owned(), "b".to_owned()],
        rows: vec![vec!["1,5".to_owned(), "x y".to_owned()]],
    };
    let table = [
        ("t.csv", "a,b\n\"1,5\",x y\n"),
        ("t.CSV", "a;b\r\n1,5;x y\r\n"),
        ("t.tsv", "\u{feff}a\tb\n1,5\tx y"),
    ];
    for (name, text) in table {
        let given = of_one(name, text.as_bytes()).expect(name);
        assert_eq!(given.content, Content::Table(right.clone()), "{text:?}");
    }
}

#[test]
fn texts_are_what_they_are() {
    for (text, right) in [
        ("", ""),
        ("床前明月光\n", "床前明月光\n"),
        ("\u{feff}a,b", "a,b"),
    ] {
        let given = of_one("t.txt", text.as_bytes()).expect("a text");
        assert_eq!(given.content, Content::Text(right.to_owned()));
    }
}

#[test]
fn every_fault_of_a_file_is_a_sentence() {
    let png = image(ImageFormat::Png);
    // A header that promises 60,000 x 60,000 pixels.
    let mut large = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let header = [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0];
    large.extend(header);
    large.extend(0xdead_beef_u32.to_be_bytes());
    let sound = wav(8000, 1, &[1, 2, 3]);
    let table: [(&str, Vec<u8>, &str); 11] = [
        (
            "half.png",
            png[..png.len() / 2].to_vec(),
            "`half.png` is left out, because this image cannot be decoded",
        ),
        ("large.png", large, "`large.png` is left out"),
        (
            "large.pgm",
            b"P5\n60000 60000\n255\n".to_vec(),
            "60000 x 60000 pixels, and no more than 16 million are taken.",
        ),
        (
            "half.wav",
            sound[..20].to_vec(),
            "`half.wav` is left out, because this sound cannot be decoded",
        ),
        (
            "short.wav",
            sound[..sound.len() - 3].to_vec(),
            "`short.wav` is left out, because this sound cannot be decoded",
        ),
        (
            "a.mp3",
            vec![0xff, 0xfb, 0x90, 0x64],
            "it is no PNG, JPEG, PGM, PPM or WAV, and no text in UTF-8.",
        ),
        (
            "utf16.txt",
            vec![0xff, 0xfe, b'a', 0, b'b', 0],
            "no text in UTF-8.",
        ),
        ("zeros.txt", vec![0; 100], "no text in UTF-8."),
        (
            "uneven.csv",
            b"a,b\n1,2\n3\n".to_vec(),
            "line 3 has another number of cells than the first line: 1 where that has 2.",
        ),
        (
            "empty.csv",
            Vec::new(),
            "its first line has to name the columns, and names none.",
        ),
        ("blank.csv", b" , \n1,2\n".to_vec(), "names none."),
    ];
    for (name, bytes, said) in table {
        let why = of_one(name, &bytes).expect_err(name);
        assert!(why.contains(said), "{name}: {why}");
    }
}

#[test]
fn a_folder_is_given_file_by_file_in_the_order_of_names() {
    let text = || b"t".to_vec();
    let folder = folder(&[
        ("dogs/2.txt", text()),
        ("dogs/1.txt", text()),
        ("cats/one.txt", text()),
        ("cats/.DS_Store", text()),
        ("readme.txt", text()),
        ("broken.png", b"\x89PNG\r\n\x1a\n".to_vec()),
    ]);
    fs::create_dir(folder.path().join("empty")).expect("made");
    let again = folder.path().join("dogs/1.txt");
    let files = Files::of(&[folder.path().to_owned(), again]).expect("both are there");
    let names: Vec<String> = files
        .map(|given| given.map_or_else(|why| why[..12].to_owned(), |given| given.name))
        .collect();
    let right = [
        "`broken.png`",
        "cats/one.txt",
        "dogs/1.txt",
        "dogs/2.txt",
        "readme.txt",
        "1.txt",
    ];
    assert_eq!(names, right);
}

#[test]
fn what_is_not_there_is_told_before_anything_runs() {
    let problem = Files::of(&[Path::new("/no/such/file").to_owned()])
        .err()
        .expect("missing");
    assert!(problem.what.contains("/no/such/file"), "{problem}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for_and_a_link_that_leads_back_is_not_followed() {
    let folder = folder(&[("a.txt", b"t".to_vec())]);
    let pipe = folder.path().join("pipe");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .expect("made");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("back")).expect("made");
    let given: Vec<_> = Files::of(&[folder.path().to_owned()])
        .expect("there")
        .collect();
    assert_eq!(given.len(), 2, "{given:?}");
    assert!(
        matches!(&given[1], Err(why) if why.contains("named pipe")),
        "{given:?}"
    );
}
