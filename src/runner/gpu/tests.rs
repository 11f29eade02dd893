use super::*;

fn complete() -> Facts {
    Facts {
        driver: Some(
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19\nGCC version: 12".to_owned(),
        ),
        cards: Some(
            "NVIDIA GeForce RTX 3090, 8.6, 535.104.05\nNVIDIA T4, 7.5, 535.104.05\n".to_owned(),
        ),
        hidden: false,
        compiler: Some("sm_75\nsm_80\nsm_86\n".to_owned()),
        toolkit: Some(PathBuf::from("/usr/local/cuda")),
        confined: false,
    }
}

#[test]
fn what_is_missing_is_named_and_nothing_else() {
    type Change = fn(&mut Facts);
    let table: [(Change, &[Missing]); 13] = [
        (|_| {}, &[]),
        // Not Linux: only the program tells.
        (|facts| facts.driver = None, &[]),
        (|facts| facts.cards = None, &[Missing::Card]),
        (|facts| facts.cards = Some(String::new()), &[Missing::Card]),
        (
            |facts| facts.cards = Some("No devices were found\n".to_owned()),
            &[Missing::Card],
        ),
        (
            |facts| (facts.driver, facts.cards) = (None, None),
            &[Missing::Driver],
        ),
        (|facts| facts.hidden = true, &[Missing::Visible]),
        (|facts| facts.compiler = None, &[Missing::Compiler]),
        (|facts| facts.toolkit = None, &[Missing::Headers]),
        (
            |facts| facts.compiler = Some("sm_75\nsm_80\n".to_owned()),
            &[Missing::Target(String::new())],
        ),
        (|facts| facts.confined = true, &[Missing::Right]),
        (
            |facts| (facts.confined, facts.toolkit) = (true, None),
            &[Missing::Headers],
        ),
        (
            |facts| *facts = Facts::default(),
            &[Missing::Driver, Missing::Compiler, Missing::Headers],
        ),
    ];
    for (number, (change, missing)) in table.into_iter().enumerate() {
        let mut facts = complete();
        change(&mut facts);
        let gpu = Gpu::of(&facts);
        let expected: Vec<Missing> = missing
            .iter()
            .map(|it| match it {
                Missing::Target(_) => Missing::Target("sm_86".to_owned()),
                other => other.clone(),
            })
            .collect();
        assert_eq!(gpu.missing, expected, "row {number}: {facts:?}");
        assert_eq!(gpu.is_usable(), missing.is_empty(), "row {number}");
        assert!(gpu.features(false).is_empty(), "row {number}");
        let on = gpu.features(true) == ["--features", "cuda"];
        assert_eq!(on, missing.is_empty(), "row {number}");
    }
}

#[test]
fn the_sentence_says_where_exercises_run_and_what_is_missing() {
    let none = Facts::default();
    let no_toolkit = Facts {
        compiler: None,
        toolkit: None,
        ..complete()
    };
    let table = [
        (
            complete(),
            true,
            "Exercises run on the graphics card: NVIDIA GeForce RTX 3090, driver 535.104.05, CUDA toolkit in /usr/local/cuda.",
        ),
        (
            no_toolkit.clone(),
            true,
            "Exercises run on the processor, not on a graphics card. There is no compiler of the CUDA toolkit: `nvcc` is \
             not found. There are no headers of the CUDA toolkit: CUDA_PATH names no folder with include/cuda.h.",
        ),
        (
            complete(),
            false,
            "A graphics card is not needed and not used. This machine has one that could be (NVIDIA GeForce RTX 3090, driver \
             535.104.05, CUDA toolkit in /usr/local/cuda): build gradlings with `--features cuda`.",
        ),
        (
            Facts {
                confined: true,
                ..complete()
            },
            true,
            "Exercises run on the processor, not on a graphics card. There is no way to a card out of the sandbox. \
             `--no-sandbox` does without it, for code of your own.",
        ),
        (
            none,
            false,
            "A graphics card is not needed and not used: every exercise runs on the processor.",
        ),
    ];
    for (facts, wanted, sentence) in table {
        assert_eq!(Gpu::of(&facts).sentence(wanted), sentence);
    }
}

#[test]
fn the_toolkit_is_where_a_variable_says_and_else_where_it_usually_is() {
    let has = |folder: &'static str| {
        move |path: &Path| path == Path::new(folder).join("include").join("cuda.h")
    };
    let named = || [PathBuf::from("/mine")].into_iter();
    let found = |folder| toolkit(named(), &has(folder));
    assert_eq!(found("/mine"), Some(PathBuf::from("/mine")));
    assert_eq!(found("/opt/cuda"), Some(PathBuf::from("/opt/cuda")));
    assert_eq!(found("/elsewhere"), None);
    let both = toolkit(named(), &|_| true);
    assert_eq!(both, Some(PathBuf::from("/mine")), "the variable first");
}

#[test]
fn cards_are_hidden_by_an_empty_list_or_one_that_begins_with_none() {
    for (cards, hidden) in [
        ("", true),
        ("-1", true),
        ("-1,0", true),
        ("0", false),
        ("1,-1", false),
    ] {
        assert_eq!(hides_all(cards), hidden, "{cards:?}");
    }
}
