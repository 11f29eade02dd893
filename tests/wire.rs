//! The wire: everything that is sent arrives bit for bit, and nothing that a hostile program sends does any harm.

use std::io::{self, Cursor, Read};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use gradlings::comparator::{Comparator, Correspondence, CurveComparator, Tolerance};
use gradlings::message::{FromCandidate, FromReference, Hello, Offer, Request, Role};
use gradlings::report::{
    Axis, Bars, Confusion, Convolution, Curve, Drawing, Frame, Graph, Grid, HeatMap, Histogram,
    Landscape, Line, Mask, Observation, Picture, Pictures, Place, Plane, Progress, Report, Scatter,
    Surface, Text,
};
use gradlings::sheet::{
    Answer, Case, Change, Check, CheckKind, Collected, CurvePart, Depth, Fragment, Interruption,
    Lent, Missing, Mistake, Part, Planned, Returned, Variation,
};
use gradlings::wire::{
    Array, Ask, Cells, Chunk, Content, DataPart, Element, FrameError, Given, Image, Joined,
    MAX_FRAME, MAX_PIECES, MoreData, Reply, Sound, Table, VERSION, Value, chunks, decode,
    decode_bounded, encode, read_frame, write_frame,
};

// What can be sent.

fn word() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..6).prop_map(|letters| letters.into_iter().collect())
}

/// Every bit pattern: NaN with any payload, infinities, denormals.
fn number() -> impl Strategy<Value = f32> {
    any::<u32>().prop_map(f32::from_bits)
}

fn array<T: Element>(element: impl Strategy<Value = T> + Clone) -> impl Strategy<Value = Array<T>> {
    vec(0usize..4, 0..4).prop_flat_map(move |shape| {
        let count: usize = shape.iter().product();
        vec(element.clone(), count).prop_map(move |data| {
            Array::new(shape.clone(), data).expect("as many elements as the shape says")
        })
    })
}

fn numbers() -> impl Strategy<Value = Array<f32>> {
    array(any::<u32>().prop_map(f32::from_bits).boxed())
}

fn doubles() -> impl Strategy<Value = Array<f64>> {
    array(any::<u64>().prop_map(f64::from_bits).boxed())
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        numbers().prop_map(Value::Numbers),
        doubles().prop_map(Value::Doubles),
        vec(doubles(), 0..4).prop_map(Value::DoubleRows),
        array(any::<i64>()).prop_map(Value::Integers),
        array(any::<u8>()).prop_map(Value::Bytes),
        vec(numbers(), 0..4).prop_map(Value::Arrays),
        any::<bool>().prop_map(Value::Flag),
        word().prop_map(Value::Text),
    ]
}

fn curve() -> impl Strategy<Value = Curve> {
    (word(), vec((any::<u64>(), number()), 0..4))
        .prop_map(|(series, points)| Curve { series, points })
}

fn returned() -> impl Strategy<Value = Returned> {
    let lent = (0..9_usize, 0..9_usize).prop_map(|(part, tensor)| Lent { part, tensor });
    let parts = (vec(value(), 0..4), vec(curve(), 0..3), vec(lent, 0..3));
    parts.prop_map(|(parts, curves, lent)| Returned {
        parts,
        curves,
        lent,
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        returned().prop_map(Answer::Returned),
        Just(Answer::Todo),
        (word(), option::of(word()))
            .prop_map(|(message, place)| Answer::Panicked { message, place }),
        word().prop_map(Answer::Refused),
        any::<usize>().prop_map(Answer::TooLarge),
        (word(), option::of(word())).prop_map(|(why, place)| Answer::Stopped { why, place }),
    ]
}

/// A frame with a picture of every kind; the shapes lie about themselves now and then.
fn frame() -> impl Strategy<Value = Frame<Drawing>> {
    let grid = || {
        (any::<usize>(), vec(number(), 0..7)).prop_map(|(columns, values)| Grid { columns, values })
    };
    let axis =
        || (word(), number(), number()).prop_map(|(name, low, high)| Axis { name, low, high });
    let picture = (
        word(),
        option::of(any::<bool>()),
        any::<usize>(),
        vec(any::<u8>(), 0..9),
    )
        .prop_map(|(caption, right, width, pixels)| Picture {
            caption,
            right,
            width,
            pixels,
        });
    let drawing = prop_oneof![
        vec(picture, 0..3).prop_map(|pictures| Drawing::Pictures(Pictures(pictures))),
        (axis(), axis(), grid())
            .prop_map(|(x, y, loss)| Drawing::Surface(Landscape::Surface(Surface { x, y, loss }))),
        (word(), number(), number())
            .prop_map(|(path, x, y)| Drawing::Surface(Landscape::Place(Place { path, x, y }))),
        (word(), word(), vec((number(), number()), 0..4))
            .prop_map(|(x, y, points)| Drawing::Scatter(Plane::Scatter(Scatter { x, y, points }))),
        (number(), number())
            .prop_map(|(slope, bias)| Drawing::Scatter(Plane::Line(Line { slope, bias }))),
        vec((number(), number()), 0..4)
            .prop_map(|points| Drawing::Scatter(Plane::Graph(Graph { points }))),
        (grid(), grid(), any::<usize>(), grid()).prop_map(|(image, kernel, stride, output)| {
            Drawing::Convolution(Convolution {
                image,
                kernel,
                stride,
                output,
            })
        }),
        grid().prop_map(|grid| Drawing::HeatMap(HeatMap(grid))),
        grid().prop_map(|grid| Drawing::Mask(Mask(grid))),
        vec(number(), 0..9).prop_map(|values| Drawing::Histogram(Histogram::of(&values))),
        vec((word(), number()), 0..4).prop_map(|bars| Drawing::Bars(Bars { bars })),
        word().prop_map(|text| Drawing::Text(Text { text })),
        (any::<usize>(), vec(any::<u32>(), 0..9))
            .prop_map(|(classes, counts)| Drawing::Confusion(Confusion { classes, counts })),
    ];
    (word(), option::of(any::<u64>()), drawing).prop_map(|(title, step, drawing)| Frame {
        title,
        step,
        drawing,
    })
}

/// A frame as it travels.
fn sealed(frame: Frame<Drawing>) -> Frame {
    Frame {
        title: frame.title,
        step: frame.step,
        drawing: frame.drawing.seal().expect("it can be written down"),
    }
}

fn report() -> impl Strategy<Value = Report> {
    prop_oneof![
        (word(), any::<u64>(), number()).prop_map(|(series, step, value)| Report::Metric {
            series,
            step,
            value
        }),
        any::<(usize, usize, usize, usize)>().prop_map(|(epoch, epochs, batch, batches)| {
            Report::Progress(Progress {
                epoch,
                epochs,
                batch,
                batches,
            })
        }),
        word().prop_map(Report::Note),
        (any::<u64>(), any::<u64>())
            .prop_map(|(step, steps)| Report::Observation(Observation::NotZeroed { step, steps })),
        (any::<u64>(), vec(number(), 0..4)).prop_map(|(first, values)| {
            Report::Observation(Observation::Losses { first, values })
        }),
        frame().prop_map(|frame| Report::Frame(sealed(frame))),
    ]
}

fn comparator() -> impl Strategy<Value = Comparator> {
    let tolerance =
        (number(), number()).prop_map(|(absolute, relative)| Tolerance { absolute, relative });
    let labels = || vec(any::<usize>(), 0..4);
    prop_oneof![
        option::of(tolerance).prop_map(Comparator::Close),
        Just(Comparator::Exact),
        Just(Comparator::SameMultiset),
        (vec(any::<(usize, usize)>(), 0..3), any::<(usize, usize)>()).prop_map(
            |(groups, original)| Comparator::Correspondence(Correspondence { groups, original })
        ),
        Just(Comparator::Statistics),
        Just(Comparator::Simplex),
        number().prop_map(Comparator::AtMost),
        (labels(), number())
            .prop_map(|(labels, at_least)| Comparator::Accuracy { labels, at_least }),
        (any::<usize>(), labels())
            .prop_map(|(logits, labels)| Comparator::Claim { logits, labels }),
        Just(Comparator::Property),
        Just(Comparator::Free),
    ]
}

fn kind() -> impl Strategy<Value = CheckKind> {
    prop_oneof![
        Just(CheckKind::Function),
        Just(CheckKind::Gradient),
        Just(CheckKind::Model),
        Just(CheckKind::Training),
        Just(CheckKind::Ranks),
    ]
}

fn check() -> impl Strategy<Value = Check> {
    let part = (word(), comparator()).prop_map(|(name, comparator)| Part { name, comparator });
    let curve_comparator = prop_oneof![
        (number(), number()).prop_map(|(factor, slack)| CurveComparator::EndsLow { factor, slack }),
        Just(CurveComparator::Reported),
    ];
    let curve_part = (word(), curve_comparator).prop_map(|(series, comparator)| CurvePart {
        series,
        comparator,
        is_share: true,
        is_held_out: true,
        is_optional: false,
        is_setting: false,
    });
    let mistake = (word(), word(), any::<bool>()).prop_map(|(id, sentence, is_bug)| Mistake {
        id,
        sentence,
        is_bug,
    });
    let case = (
        word(),
        any::<u64>(),
        vec(value(), 0..3),
        returned(),
        vec(answer(), 0..3),
        any::<bool>(),
    )
        .prop_map(|(label, seed, inputs, right, wrong, last)| Case {
            label,
            seed,
            inputs,
            inspected: vec![None; wrong.len()],
            noise: vec![vec![0.5]; right.parts.len()],
            wrong,
            right,
            last,
            ends: vec![3, 1],
        });
    let change = prop_oneof![
        vec(any::<usize>(), 0..3).prop_map(|order| Change::Reordered {
            inputs: vec![0],
            order
        }),
        any::<usize>().prop_map(|input| Change::Another { input }),
        number().prop_map(|factor| Change::Larger { input: 0, factor }),
        (0..9usize).prop_map(|input| Change::Smaller { input }),
        (0..9usize).prop_map(|input| Change::Fewer {
            inputs: vec![input]
        }),
        Just(Change::Without {
            inputs: vec![1],
            rows: Missing::Last
        }),
    ];
    let variation = (
        any::<usize>(),
        change,
        vec(value(), 0..2),
        vec(value(), 0..2),
    )
        .prop_map(|(case, change, inputs, right)| Variation {
            case,
            change,
            inputs,
            right,
        });
    (
        word(),
        kind(),
        vec(word(), 0..3),
        vec(part, 0..3),
        vec(curve_part, 0..3),
        vec(mistake, 0..3),
        vec(case, 0..3),
        vec(variation, 0..3),
    )
        .prop_map(
            |(name, kind, inputs, parts, curves, mistakes, cases, variations): (
                String,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
            )| Check {
                function: name.clone(),
                catches: false,
                repeat: None,
                interruption: Some(Interruption { times: 2 }),
                name,
                kind,
                inputs,
                parts,
                curves,
                mistakes,
                cases,
                variations,
            },
        )
}

fn hello() -> impl Strategy<Value = Hello> {
    let offer = (
        word(),
        any::<usize>(),
        word(),
        vec(option::of(word()), 0..4),
    )
        .prop_map(|(name, inputs, written, metered)| Offer {
            name,
            inputs,
            written,
            metered,
        });
    let role = prop_oneof![Just(Role::Candidate), Just(Role::Reference)];
    (any::<u32>(), role, vec(offer, 0..4)).prop_map(|(version, role, offers)| Hello {
        version,
        role,
        offers,
    })
}

fn request() -> impl Strategy<Value = Request> {
    prop_oneof![
        value().prop_map(Request::Input),
        (word(), vec(value(), 0..4), any::<u64>()).prop_map(|(function, inputs, seed)| {
            Request::Call {
                function,
                inputs,
                seed,
            }
        }),
        Just(Request::Plan),
        (any::<usize>(), any::<u64>(), depth()).prop_map(|(number, seed, depth)| Request::Check {
            number,
            seed,
            depth,
        }),
        (word(), vec(value(), 0..3), vec(value(), 0..3)).prop_map(|(check, inputs, parts)| {
            Request::Inspect {
                check,
                inputs,
                parts,
            }
        }),
        reply().prop_map(Request::Reply),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        (word(), vec(any::<u8>(), 0..9)).prop_map(|(name, bytes)| Ask::Save { name, bytes }),
        word().prop_map(|name| Ask::Load { name }),
        word().prop_map(|name| Ask::Remove { name }),
        Just(Ask::File),
        Just(Ask::Line),
        Just(Ask::Data),
    ]
}

fn reply() -> impl Strategy<Value = Reply> {
    let content = prop_oneof![
        vec(any::<u8>(), 0..9).prop_map(|pixels| Content::Image(Image {
            pixels: Array::vector(pixels),
        })),
        (any::<u32>(), vec(number(), 0..9)).prop_map(|(rate, samples)| Content::Sound(Sound {
            rate,
            samples: Array::vector(samples),
        })),
        (vec(word(), 0..3), vec(vec(word(), 0..3), 0..3))
            .prop_map(|(header, rows)| Content::Table(Table { header, rows })),
        word().prop_map(Content::Text),
    ];
    let given = (word(), content).prop_map(|(name, content)| Given { name, content });
    let bytes = vec(any::<u8>(), 0..9).prop_map(serde_bytes::ByteBuf::from);
    prop_oneof![
        Just(Reply::Done),
        option::of(bytes).prop_map(Reply::Loaded),
        option::of(given).prop_map(Reply::File),
        option::of(word()).prop_map(Reply::Line),
        word().prop_map(Reply::Refused),
        more_data().prop_map(Reply::Data),
    ]
}

fn more_data() -> impl Strategy<Value = MoreData> {
    let cells = prop_oneof![
        array(any::<u8>()).prop_map(Cells::Grey),
        vec(vec(option::of(number()), 0..3), 0..3).prop_map(Cells::Numbers),
    ];
    let part = (vec(word(), 0..3), vec(any::<u32>(), 0..3), cells);
    prop_oneof![
        part.prop_map(|(classes, labels, cells)| MoreData::Part(DataPart {
            classes,
            labels,
            cells,
        })),
        Just(MoreData::End),
        Just(MoreData::Refused),
    ]
}

fn depth() -> impl Strategy<Value = Depth> {
    prop_oneof![
        Just(Depth::Cases),
        Just(Depth::Mistakes),
        any::<usize>().prop_map(Depth::Mistake),
        Just(Depth::Last),
        Just(Depth::Whole),
    ]
}

fn planned() -> impl Strategy<Value = Planned> {
    (word(), word(), kind(), word(), any::<(usize, usize)>()).prop_map(
        |(name, function, kind, written, (cases, last))| Planned {
            name,
            function,
            kind,
            written,
            metered: vec![None; last % 3],
            cases,
            last,
            is_hunt: last > cases,
        },
    )
}

fn from_candidate() -> impl Strategy<Value = FromCandidate> {
    prop_oneof![
        answer().prop_map(FromCandidate::Answer),
        report().prop_map(FromCandidate::Report),
        ask().prop_map(FromCandidate::Ask),
        word().prop_map(FromCandidate::Said),
    ]
}

fn from_reference() -> impl Strategy<Value = FromReference> {
    prop_oneof![
        any::<(usize, usize)>().prop_map(|(done, of)| FromReference::Progress { done, of }),
        check().prop_map(|check| {
            let mut chunks = chunks(&check).expect("a check can be encoded");
            FromReference::Chunk(chunks.next().expect("at least one"))
        }),
        vec(planned(), 0..3).prop_map(FromReference::Plan),
        option::of(word()).prop_map(FromReference::Inspected),
        word().prop_map(FromReference::Broken),
    ]
}

/// Sends a message and says what is wrong with what arrives.
///
/// NaN is not equal to itself, so the bytes of the two are compared, and then the words that `Debug` has for them.
fn arrives<M: Serialize + DeserializeOwned + std::fmt::Debug>(
    message: &M,
) -> Result<(), TestCaseError> {
    let mut channel = Vec::new();
    write_frame(&mut channel, message).expect("a vector takes everything");
    let mut reader = &channel[..];
    let arrived: M = read_frame(&mut reader).expect("what was written can be read");
    prop_assert!(
        reader.is_empty(),
        "{} bytes were left in the channel",
        reader.len()
    );
    prop_assert_eq!(encode(&arrived).expect("it was encoded before"), channel);
    prop_assert_eq!(format!("{arrived:?}"), format!("{message:?}"));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hello_arrives_as_it_was_sent(message in hello()) {
        arrives(&message)?;
    }

    #[test]
    fn a_request_arrives_as_it_was_sent(message in request()) {
        arrives(&message)?;
    }

    #[test]
    fn a_message_of_a_candidate_arrives_as_it_was_sent(message in from_candidate()) {
        arrives(&message)?;
    }

    #[test]
    fn a_message_of_a_reference_arrives_as_it_was_sent(message in from_reference()) {
        arrives(&message)?;
    }

    #[test]
    fn a_drawing_within_its_limits_arrives_as_it_was_sent(frame in frame()) {
        let open = |drawing: &Drawing| Drawing::open(&drawing.seal().expect("it can be written down"));
        let sent = open(&frame.drawing).expect("a drawing");
        let arrived = open(&sent).expect("a drawing");
        prop_assert_eq!(format!("{arrived:?}"), format!("{sent:?}"));
    }

    #[test]
    fn a_check_arrives_in_fragments_as_it_was_sent(check in check()) {
        let arrived = in_fragments(&check).expect("the last fragment makes it whole");
        prop_assert_eq!(format!("{arrived:?}"), format!("{check:?}"));
    }

    #[test]
    fn every_bit_of_every_number_survives(array in numbers()) {
        let body = postcard(&Value::Numbers(array.clone()));
        let Ok(Value::Numbers(arrived)) = decode(&body) else {
            return Err(TestCaseError::fail("another value arrived"));
        };
        prop_assert_eq!(arrived.shape(), array.shape());
        let bits = |array: Array<f32>| array.into_data().into_iter().map(f32::to_bits).collect::<Vec<_>>();
        prop_assert_eq!(bits(arrived), bits(array));
    }

    #[test]
    fn several_messages_in_a_row_arrive_one_by_one_and_then_the_channel_is_closed(
        messages in vec(from_candidate(), 0..4)
    ) {
        let mut channel = Vec::new();
        for message in &messages {
            write_frame(&mut channel, message).expect("a vector takes everything");
        }
        let mut reader = &channel[..];
        for message in &messages {
            let arrived: FromCandidate = read_frame(&mut reader).expect("what was written can be read");
            prop_assert_eq!(format!("{arrived:?}"), format!("{message:?}"));
        }
        prop_assert!(matches!(read_frame::<FromCandidate>(&mut reader), Err(FrameError::Closed)));
    }

    #[test]
    fn a_frame_cut_at_any_length_is_truncated_or_closed(message in from_candidate()) {
        let bytes = encode(&message).expect("a small message fits");
        for length in 0..bytes.len() {
            let read = read_frame::<FromCandidate>(&mut &bytes[..length]);
            match read {
                Err(FrameError::Closed) => prop_assert_eq!(length, 0),
                Err(FrameError::Truncated) => prop_assert_ne!(length, 0),
                other => prop_assert!(false, "cut at {}: {:?}", length, other),
            }
        }
    }

    #[test]
    fn a_body_cut_short_under_an_honest_length_is_garbage(message in from_reference()) {
        let body = postcard(&message);
        for length in 0..body.len() {
            let decoded = decode::<FromReference>(&body[..length]);
            prop_assert!(matches!(decoded, Err(FrameError::Garbage(_))), "cut at {}: {:?}", length, decoded);
        }
    }

    #[test]
    fn a_body_with_bytes_after_its_message_is_garbage(message in from_candidate(), extra in vec(any::<u8>(), 1..9)) {
        let mut body = postcard(&message);
        body.extend(extra);
        prop_assert!(matches!(decode::<FromCandidate>(&body), Err(FrameError::Garbage(_))));
    }

    #[test]
    fn random_bytes_are_no_reason_to_panic(bytes in vec(any::<u8>(), 0..200)) {
        decode_as_everything(&bytes);
        let _ = read_frame::<FromCandidate>(&mut &bytes[..]);
    }

    #[test]
    fn a_good_message_with_one_bad_byte_is_no_reason_to_panic(
        message in from_reference(),
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut body = postcard(&message);
        let at = at.index(body.len());
        body[at] = byte;
        decode_as_everything(&body);
    }

    #[test]
    fn whatever_decodes_keeps_the_promise_of_its_shape(bytes in vec(0u8..5, 0..40)) {
        if let Ok(Value::Numbers(array)) = decode::<Value>(&bytes) {
            prop_assert_eq!(array.shape().iter().product::<usize>(), array.data().len());
        }
    }
}

/// A check as it arrives fragment by fragment, chunk by chunk, each in a frame of its own.
fn in_fragments(check: &Check) -> Option<Check> {
    let mut collected = Collected::default();
    let mut joined = Joined::default();
    let mut whole = None;
    for fragment in check.fragments() {
        for chunk in chunks(&fragment).expect("a check can be encoded") {
            assert!(whole.is_none(), "it was whole before");
            let frame = encode(&chunk).expect("a chunk fits a frame");
            let chunk: Chunk = read_frame(&mut &frame[..]).expect("what was written can be read");
            let fragment: Option<Fragment> = joined.add(chunk).expect("what was sent");
            whole = fragment.and_then(|fragment| collected.add(fragment));
        }
    }
    whole
}

#[test]
fn a_case_may_be_larger_than_a_frame() {
    let third = || Value::Bytes(Array::vector(vec![7; MAX_FRAME / 3]));
    let wrong = || Answer::Returned(Returned::of(vec![third()]));
    let check = Check {
        name: "large".to_owned(),
        function: "large".to_owned(),
        catches: false,
        repeat: None,
        interruption: None,
        kind: CheckKind::Function,
        inputs: Vec::new(),
        parts: Vec::new(),
        curves: Vec::new(),
        mistakes: Vec::new(),
        cases: vec![Case {
            inputs: vec![third()],
            wrong: vec![wrong(), wrong(), wrong()],
            ..Case::default()
        }],
        variations: Vec::new(),
    };
    assert!(matches!(encode(&check), Err(FrameError::TooLarge(_))));
    assert!(in_fragments(&check).expect("whole") == check);
}

#[test]
fn inputs_that_do_not_fit_one_frame_are_sent_one_by_one() {
    let value = |bytes: usize| Value::Bytes(Array::vector(vec![7; bytes]));
    let call = |inputs: Vec<Value>| Request::Call {
        function: "f".to_owned(),
        inputs,
        seed: 1,
    };
    let small = call(vec![value(3), value(3)]);
    assert_eq!(small.clone().in_frames(), [small]);
    let large = MAX_FRAME / 2;
    let sent = call(vec![value(large), value(large)]).in_frames();
    let inputs = [Request::Input(value(large)), Request::Input(value(large))];
    assert!(sent[..2] == inputs && sent[2..] == [call(Vec::new())]);
    for frame in &sent {
        encode(frame).expect("each fits a frame");
    }
}

/// The body of the frame of a message.
fn postcard<M: Serialize>(message: &M) -> Vec<u8> {
    encode(message).expect("a small message fits").split_off(4)
}

fn decode_as_everything(body: &[u8]) {
    let _ = decode::<Hello>(body);
    let _ = decode::<Request>(body);
    let _ = decode::<FromCandidate>(body);
    let _ = decode::<FromReference>(body);
    let _ = decode::<Value>(body);
}

#[test]
fn a_signalling_nan_a_negative_nan_and_both_infinities_survive() {
    let bits = [
        0x7f80_0001,
        0xffc0_1234,
        0x7fc0_0000,
        0x7f80_0000,
        0xff80_0000,
        0x8000_0000,
        1,
    ];
    let array = Array::vector(bits.iter().map(|&bits| f32::from_bits(bits)).collect());
    let Value::Numbers(arrived) = decode(&postcard(&Value::Numbers(array))).expect("it is whole")
    else {
        panic!("another value arrived");
    };
    let arrived: Vec<u32> = arrived.data().iter().map(|x| x.to_bits()).collect();
    assert_eq!(arrived, bits);
}

// Hostile frames.

/// A channel that hands out its bytes slowly and remembers the largest buffer it was ever asked to fill.
struct Watched<'a> {
    bytes: Cursor<&'a [u8]>,
    at_most: usize,
    largest: usize,
}

impl<'a> Watched<'a> {
    fn new(bytes: &'a [u8], at_most: usize) -> Self {
        Self {
            bytes: Cursor::new(bytes),
            at_most,
            largest: 0,
        }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.largest = self.largest.max(buffer.len());
        let length = buffer.len().min(self.at_most);
        self.bytes.read(&mut buffer[..length])
    }
}

#[test]
fn a_length_of_four_gigabytes_is_too_large_and_nothing_of_it_is_read() {
    let mut bytes = u32::MAX.to_le_bytes().to_vec();
    bytes.extend([0; 100]);
    let mut channel = Watched::new(&bytes, usize::MAX);
    let read = read_frame::<FromCandidate>(&mut channel);
    assert!(matches!(read, Err(FrameError::TooLarge(size)) if size == u32::MAX as usize));
    assert_eq!(channel.largest, 4);
    assert_eq!(channel.bytes.position(), 4);
}

#[test]
fn the_first_length_over_the_limit_is_too_large_and_the_limit_itself_is_not() {
    let claim = |length: usize| {
        let bytes = (length as u32).to_le_bytes();
        read_frame::<FromCandidate>(&mut &bytes[..])
    };
    assert!(
        matches!(claim(MAX_FRAME + 1), Err(FrameError::TooLarge(size)) if size == MAX_FRAME + 1)
    );
    assert!(matches!(claim(MAX_FRAME), Err(FrameError::Truncated)));
}

#[test]
fn memory_grows_with_the_bytes_that_arrive_and_not_with_the_length_that_is_claimed() {
    let mut bytes = (MAX_FRAME as u32).to_le_bytes().to_vec();
    bytes.extend(vec![7; 300_000]);
    let mut channel = Watched::new(&bytes, 1000);
    let read = read_frame::<FromCandidate>(&mut channel);
    assert!(matches!(read, Err(FrameError::Truncated)));
    assert!(
        channel.largest <= 2 * 300_000,
        "a buffer of {} bytes for 300,000 that arrived",
        channel.largest
    );
}

/// Sixty-four frames being read at once, each of which claims the limit and sends three bytes of it: only what arrives
/// may be held for them.
#[cfg(target_os = "linux")]
#[test]
fn frames_that_only_claim_to_be_large_take_no_memory() {
    /// Sends a length, then a few bytes; before the last of them the next frame is read.
    struct Nested {
        deeper: usize,
        sent: usize,
        largest: usize,
    }
    impl Read for Nested {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.sent == 6 {
                self.largest = match self.deeper {
                    0 => held(),
                    _ => read_nested(self.deeper - 1),
                };
            }
            if self.sent == 7 {
                return Ok(0);
            }
            let bytes = (MAX_FRAME as u32).to_le_bytes();
            buffer[0] = bytes.get(self.sent).copied().unwrap_or(7);
            self.sent += 1;
            Ok(1)
        }
    }
    fn read_nested(deeper: usize) -> usize {
        let mut channel = Nested {
            deeper,
            sent: 0,
            largest: 0,
        };
        let read = read_frame::<FromCandidate>(&mut channel);
        assert!(matches!(read, Err(FrameError::Truncated)));
        channel.largest
    }
    /// Bytes of address space of this process.
    fn held() -> usize {
        let pages = std::fs::read_to_string("/proc/self/statm").expect("Linux has it");
        let pages = pages.split(' ').next().and_then(|pages| pages.parse().ok());
        4096 * pages.unwrap_or(usize::MAX / 4096)
    }
    let before = held();
    let during = read_nested(63);
    // The other tests of this file hold some memory meanwhile, but nothing near sixteen frames.
    assert!(
        during < before + 16 * MAX_FRAME,
        "{} MB more",
        (during - before) >> 20
    );
}

#[test]
fn a_message_over_the_limit_is_not_sent() {
    let message = Value::Bytes(Array::vector(vec![0; MAX_FRAME]));
    let mut channel = Vec::new();
    let written = write_frame(&mut channel, &message);
    assert!(matches!(written, Err(FrameError::TooLarge(size)) if size > MAX_FRAME));
    assert!(channel.is_empty());
}

#[test]
fn a_frame_that_arrives_byte_by_byte_with_interruptions_is_read() {
    struct Stuttering<'a>(&'a [u8], bool);
    impl Read for Stuttering<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let length = buffer.len().min(1);
            self.0.read(&mut buffer[..length])
        }
    }
    let message = Request::Check {
        number: 3,
        seed: 12,
        depth: Depth::Cases,
    };
    let bytes = encode(&message).expect("a small message fits");
    let read: Request = read_frame(&mut Stuttering(&bytes, false)).expect("it is whole");
    assert_eq!(read, message);
}

#[test]
fn a_channel_that_fails_is_not_taken_for_one_that_ended() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let read = read_frame::<FromCandidate>(&mut Broken);
    assert!(
        matches!(read, Err(FrameError::Io(error)) if error.kind() == io::ErrorKind::ConnectionReset)
    );
}

/// An array as it lies on the wire, of which nothing has to be true.
#[derive(Serialize)]
struct Claimed {
    shape: Vec<usize>,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

/// What becomes of an array of `f32` that claims `shape` and sends `count` bytes.
fn claimed(shape: &[usize], count: usize) -> Result<Value, FrameError> {
    let claimed = Claimed {
        shape: shape.to_vec(),
        bytes: vec![0; count],
    };
    // The tag of `Value::Numbers`, then the array.
    let mut body = vec![0];
    body.extend(postcard(&claimed));
    decode(&body)
}

#[test]
fn an_array_whose_shape_is_not_that_of_its_data_is_garbage() {
    assert!(claimed(&[2, 3], 24).is_ok());
    assert!(claimed(&[], 4).is_ok());
    assert!(claimed(&[5, 0], 0).is_ok());
    for (shape, count) in [
        (&[2, 3][..], 20),
        (&[2, 3], 28),
        (&[2, 3], 23),
        (&[2, 3], 0),
        (&[], 0),
        (&[], 8),
        (&[0], 4),
        (&[5, 0], 4),
    ] {
        let arrived = claimed(shape, count);
        assert!(
            matches!(arrived, Err(FrameError::Garbage(_))),
            "shape {shape:?} with {count} bytes came through as {arrived:?}"
        );
    }
}

#[test]
fn an_array_whose_shape_overflows_is_garbage_even_when_an_axis_of_zero_hides_it() {
    let half = usize::MAX / 2 + 1;
    for shape in [
        &[usize::MAX][..],
        &[half, 2],
        &[half, 4],
        &[usize::MAX, usize::MAX],
        // 2^62 elements are countable, their bytes are not.
        &[1 << 62],
        &[0, half, 2],
        &[half, 0, 2],
        &[half, 2, 0],
    ] {
        let arrived = claimed(shape, 0);
        assert!(
            matches!(arrived, Err(FrameError::Garbage(_))),
            "shape {shape:?} came through as {arrived:?}"
        );
        assert_eq!(Array::<f32>::new(shape.to_vec(), Vec::new()), None);
    }
}

#[test]
fn an_array_of_more_axes_than_a_person_could_read_is_garbage() {
    assert!(claimed(&[1; 8], 4).is_ok());
    assert!(matches!(
        claimed(&[1; 100_000], 4),
        Err(FrameError::Garbage(_))
    ));
}

#[test]
fn the_array_that_nobody_filled_keeps_its_promise_too() {
    let empty = Array::<f32>::default();
    assert_eq!(empty.shape().iter().product::<usize>(), empty.data().len());
    let body = postcard(&Value::Numbers(empty.clone()));
    assert_eq!(
        decode::<Value>(&body).expect("it is whole"),
        Value::Numbers(empty)
    );
}

#[test]
fn counts_that_are_claimed_inside_a_message_cost_nothing() {
    // The largest count that postcard can write, after any tags that lead to a list, a text or a block of bytes.
    let mut count = vec![0xff; 9];
    count.push(1);
    for tags in 0u8..6 {
        for second in 0u8..6 {
            for length in 0..4 {
                let mut body = vec![tags];
                body.extend(std::iter::repeat_n(second, length));
                body.extend(&count);
                body.extend([0; 16]);
                decode_as_everything(&body);
            }
        }
    }
    let mut shape = vec![0];
    shape.extend(&count);
    assert!(matches!(
        decode::<Value>(&shape),
        Err(FrameError::Garbage(_))
    ));
}

#[test]
fn no_frame_nests_deep_enough_to_hurt_a_small_stack() {
    let decoding = std::thread::Builder::new()
        .stack_size(256 << 10)
        .spawn(|| {
            for first in 0u8..8 {
                for second in 0u8..8 {
                    let body: Vec<u8> = [first, second].repeat(20_000);
                    decode_as_everything(&body);
                }
            }
        })
        .expect("a thread can be started");
    decoding
        .join()
        .expect("decoding neither panics nor overflows");
}

#[test]
fn a_program_of_another_version_is_seen_before_anything_else_is_believed() {
    let hello = Hello {
        version: VERSION + 1,
        role: Role::Candidate,
        offers: vec![Offer {
            name: "mse".to_owned(),
            inputs: 2,
            written: "function(...)".to_owned(),
            metered: vec![None, Some("Metered".to_owned())],
        }],
    };
    let bytes = encode(&hello).expect("a small message fits");
    // The version is the very first thing in the body, so that no later change of the rest can move it.
    assert_eq!(u32::from(bytes[4]), VERSION + 1);
    let read: Hello = read_frame(&mut &bytes[..]).expect("it is whole");
    assert_ne!(read.version, VERSION);
    assert_eq!(read, hello);
}

#[test]
fn every_error_is_a_sentence_for_a_person() {
    let errors = [
        FrameError::Closed,
        FrameError::Truncated,
        FrameError::TooLarge(5_000_000_000),
        decode::<Hello>(&[]).expect_err("nothing is no hello"),
        FrameError::Io(io::ErrorKind::BrokenPipe.into()),
    ];
    for error in errors {
        let words = error.to_string();
        assert!(words.contains(' ') && !words.contains("Error("), "{words}");
    }
}

#[test]
fn many_empty_values_are_refused_before_memory_is_asked_for_them() {
    // What a list of empty arrays looks like: as many as there are, each with no axis of no length and no bytes.
    for (what, count, element) in [
        ("arrays", 20_000_000_u32, &[1, 0, 0][..]),
        ("values that are nothing", 60_000_000, &[11]),
    ] {
        let mut body = postcard(&count);
        for _ in 0..count {
            body.extend_from_slice(element);
        }
        let decoded = match what {
            "arrays" => decode_bounded::<Vec<Array<f32>>>(&body).map(drop),
            _ => decode_bounded::<Vec<Value>>(&body).map(drop),
        };
        assert!(matches!(decoded, Err(FrameError::Garbage(_))), "{what}");
    }
    let allowed = vec![Value::Nothing; MAX_PIECES - 4];
    assert!(decode_bounded::<Vec<Value>>(&postcard(&allowed)).is_ok());
    let flags = Value::Flags(vec![true; MAX_PIECES]);
    assert!(decode_bounded::<Value>(&postcard(&flags)).is_err());
}
